import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a test run with one plain line, "N passed, N failed" (", N skipped" where some were),
 * so that scripts need not read the coloured report. A file that could not be loaded counts as a failure.
 */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const file of modules) {
      if (file.errors().length > 0) counts.failed++;
      for (const test of file.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed') counts[state]++;
        else counts.skipped++;
      }
    }
    const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
    process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
  }
}
