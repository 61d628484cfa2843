import { memoryStore } from '../../src/store/memory.ts';
import { graphStoreContract } from './graph-store.ts';

graphStoreContract('in memory', async () => memoryStore());
