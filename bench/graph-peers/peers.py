"""The measures of bench/graph-peers.ts by one peer: reads an edge list (from,to,sign by number) and prints, as JSON,
values, processor seconds and memory. A peer or a measure that is missing is left out.

    python3 peers.py PEER FILE ACTORS HEAVY

HEAVY is 1 where measures of quadratic time are wanted too.
"""
import csv
import json
import resource
import sys
import time

peer, path, count, heavy = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "1"
rows = [(int(f), int(t), int(s)) for f, t, s in list(csv.reader(open(path)))[1:]]
pairs = [(f, t) for f, t, _ in rows]
friends = [(f, t) for f, t, s in rows if s > 0]
foes = [(f, t) for f, t, s in rows if s < 0]
result = {}


def timed(name, run):
    start = time.process_time()
    value = run()
    result[name] = {"value": value, "seconds": time.process_time() - start}


def degrees(ends):
    found = [0] * count
    for f, t in ends:
        found[f] += 1
        found[t] += 1
    return found


def census(triangles, sign):
    """Triangles by number of negative ties."""
    found = [0, 0, 0, 0]
    for a, b, c in triangles:
        found[(sign[a, b] < 0) + (sign[b, c] < 0) + (sign[a, c] < 0)] += 1
    return found


def signs():
    both = {}
    for f, t, s in rows:
        both[f, t] = both[t, f] = s
    return both


def by_igraph():
    import igraph

    whole, cooperation = igraph.Graph(count, pairs), igraph.Graph(count, friends)
    hostility = igraph.Graph(count, foes)
    both = signs()
    timed("triangles by sign", lambda: census(whole.list_triangles(), both))
    timed("degrees by sign", lambda: cooperation.degree() + hostility.degree())
    timed("parts", lambda: len(whole.connected_components()))
    timed("blocks", lambda: len(whole.biconnected_components()))
    if heavy:
        timed("betweenness", lambda: cooperation.betweenness())


def by_networkx():
    import networkx

    whole, cooperation = networkx.Graph(), networkx.Graph()
    whole.add_nodes_from(range(count))
    cooperation.add_nodes_from(range(count))
    whole.add_edges_from(pairs)
    cooperation.add_edges_from(friends)
    both = signs()

    def triangles():
        for a, b in whole.edges():
            for c in set(whole[a]) & set(whole[b]):
                if c > max(a, b):
                    yield a, b, c

    timed("triangles by sign", lambda: census(triangles(), both))
    timed("degrees by sign", lambda: [d for _, d in sorted(cooperation.degree())] + degrees(foes))
    timed("parts", lambda: networkx.number_connected_components(whole))
    timed("blocks", lambda: sum(1 for _ in networkx.biconnected_components(whole)))
    if heavy:
        timed(
            "betweenness",
            lambda: [v for _, v in sorted(networkx.betweenness_centrality(cooperation, normalized=False).items())],
        )


def by_numpy():
    import numpy

    def dense():
        matrix = numpy.zeros((count, count))
        for f, t, s in rows:
            matrix[f, t] = matrix[t, f] = s
        return matrix

    if not heavy:
        return by_scipy()
    signed = dense()

    def pn():
        weighted = numpy.where(signed < 0, -2.0, signed)
        return list(numpy.linalg.solve(numpy.eye(count) - weighted / (2 * count - 2), numpy.ones(count)))

    timed("PN", pn)
    timed("eigenvector", lambda: scaled(numpy.linalg.eigh(signed)[1][:, -1]))
    timed("walk balance", lambda: float(numpy.exp(numpy.linalg.eigvalsh(signed)).sum() / numpy.exp(numpy.linalg.eigvalsh(abs(signed))).sum()))
    if count <= 16:
        timed("frustration", lambda: frustration(numpy))


def by_scipy():
    """Large networks: sparse."""
    import numpy
    import scipy.sparse
    import scipy.sparse.linalg

    f, t, s = (numpy.array(column) for column in zip(*rows))
    half = scipy.sparse.coo_matrix((s.astype(float), (f, t)), shape=(count, count))
    signed = (half + half.T).tocsr()
    weighted = signed.copy()
    weighted.data[weighted.data < 0] = -2.0
    system = scipy.sparse.identity(count) - weighted / (2 * count - 2)
    timed("PN", lambda: list(scipy.sparse.linalg.spsolve(system.tocsc(), numpy.ones(count))) if count < 2000 else conjugate(scipy, numpy, system))
    start = numpy.random.default_rng(1).standard_normal(count)
    timed("eigenvector", lambda: scaled(scipy.sparse.linalg.eigsh(signed, k=1, which="LA", v0=start, tol=1e-10)[1][:, 0]))


def conjugate(scipy, numpy, system):
    found, failed = scipy.sparse.linalg.cg(system, numpy.ones(count), tol=1e-13)
    return list(found) if failed == 0 else None


def scaled(vector):
    """The first of the entries of largest size is 1."""
    size = max(abs(vector))
    lead = next(value for value in vector if abs(value) > size * (1 - 1e-6))
    return [float(value / lead) for value in vector]


def frustration(numpy):
    """All partitions, one by one."""
    codes = numpy.arange(2 ** (count - 1))
    cost = numpy.zeros(len(codes), dtype=int)
    for f, t, s in rows:
        together = ((codes >> f) & 1) == ((codes >> t) & 1)
        cost += together != (s > 0)
    return int(cost.min())


try:
    {"igraph": by_igraph, "NetworkX": by_networkx, "NumPy": by_numpy}[peer]()
    json.dump({"measures": result, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}, sys.stdout)
except ImportError as error:
    json.dump({"missing": str(error)}, sys.stdout)
