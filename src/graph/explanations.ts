/** What a number means: how it is computed, and where that comes from. */
export interface MeasureExplanation {
  readonly formula: string;
  readonly source: string;
}

/** For each stable name of a number its formula and source. */
export const EXPLANATIONS = {
  oppose: {
    formula: 'claims of the one against the other, counted once for each claim',
    source:
      'definition of this program; counting as in P. Leifeld, Discourse network analysis, Oxford Handbook of Political Networks (2017) 301-326',
  },
  support: {
    formula: 'claims of the one for the other, counted once for each claim; never taken off those against',
    source: 'definition of this program',
  },
  opponents: {
    formula: 'actors with at least one claim against the actor: its negative in-degree before for and against are weighed up',
    source: 'S. Wasserman and K. Faust, Social Network Analysis (1994), section 4.3, by sign',
  },
  cycles: {
    formula: 'ties - actors + components: the number of independent cycles',
    source: 'F. Harary, Graph Theory (1969), chapter 4',
  },
  balanced: {
    formula: 'true if all cycles have an even number of negative ties; null without cycles',
    source: 'D. Cartwright and F. Harary, Psychological Review 63 (1956) 277-293',
  },
  clusterable: {
    formula: 'true if no cycle has exactly one negative tie; null without cycles',
    source: 'J. A. Davis, Human Relations 20 (1967) 181-187',
  },
  frustrationIndex: {
    formula: 'fewest ties (or least weight) that two camps leave unsatisfied: friends apart, foes together',
    source: 'F. Harary, Behavioral Science 4 (1959) 316-323; S. Aref, A. J. Mason and M. C. Wilson, Networks 75 (2020) 95-110',
  },
  lowerBound: {
    formula: 'no two camps leave less unsatisfied; equal to frustrationIndex where optimal is true',
    source:
      'weak duality of the programme that covers unbalanced cycles: Aref, Mason and Wilson (2020); in large networks, and where there are more than 15 000 ties only, of the semidefinite programme of M. X. Goemans and D. P. Williamson, Journal of the ACM 42 (1995) 1115-1145 (above 1200 actors its largest eigenvalue is estimated, with a chance below 1e-12 to be too small)',
  },
  generalised: {
    formula: 'fewest ties (or least weight) that groups of any number leave unsatisfied: friends apart, foes together',
    source:
      'J. A. Davis, Human Relations 20 (1967) 181-187; E. D. Demaine, D. Emanuel, A. Fiat and N. Immorlica, Theoretical Computer Science 361 (2006) 172-187',
  },
  signedModularity: {
    formula: '(2w+ Q+ - 2w- Q-) / (2w+ + 2w-): friends within groups beyond chance, less foes within beyond chance',
    source: 'S. Gómez, P. Jensen and A. Arenas, Physical Review E 80 (2009) 016114',
  },
  blockmodel: {
    formula: 'groups of the number given that leave fewest ties of the rarer sign of their block (from group to group)',
    source: 'P. Doreian and A. Mrvar, Social Networks 31 (2009) 1-11',
  },
  clusterStability: {
    formula: 'largest overlap (in both / in either) with a group found after drawing ties anew, mean over the draws',
    source: 'C. Hennig, Computational Statistics and Data Analysis 52 (2007) 258-271',
  },
  topics: {
    formula: 'claims by members for and against, each counted once for a topic; share = for / (for + against)',
    source: 'definition of this program',
  },
  words: {
    formula: 'chi-square of a word in the quotations of the bloc against those of the others',
    source: 'M. Scott, System 25 (1997) 233-245',
  },
  undecided: {
    formula:
      'ties that some of the best partitions satisfy and others do not; split into parts that vary on their own, with the number of ways of each: their product is the number of best partitions, up to exchanging the two camps of a block',
    source: 'P. Doreian and A. Mrvar, Social Networks 18 (1996) 149-168 (several optimal partitions)',
  },
  triangleBalance: {
    formula: 'triangles with 0 or 2 negative ties / all triangles',
    source: 'D. Cartwright and F. Harary, Psychological Review 63 (1956) 277-293, cycles of length 3',
  },
  walkBalance: {
    formula: 'tr(exp(A)) / tr(exp(|A|)), A the signed adjacency matrix',
    source: 'E. Estrada and M. Benzi, Physical Review E 90 (2014) 042802',
  },
  significance: {
    formula:
      'triangle balance, walk balance and the share of ties that two camps satisfy, against shuffled signs: z = (measured - mean) / deviation; p = (shuffles as balanced + 1) / (shuffles + 1)',
    source: 'J. Leskovec, D. Huttenlocher and J. Kleinberg, CHI (2010) 1361-1370',
  },
  triads: {
    formula: 'triples of actors by the signs of their pairs; + friends, - foes, 0 no tie',
    source: 'P. W. Holland and S. Leinhardt, American Journal of Sociology 76 (1970) 492-513, with signs',
  },
  pn: {
    formula:
      "(I - A / (2n - 2))^-1 1 with A = P - 2N; directed: (I - BB')^-1 (I + B) 1 with B = A / (2n - 2), out, and B' for B, in",
    source: 'M. G. Everett and S. P. Borgatti, Social Networks 38 (2014) 111-120',
  },
  eigenvector: {
    formula: 'eigenvector of the largest eigenvalue of the signed adjacency matrix, largest entry 1',
    source: 'P. Bonacich and P. Lloyd, Social Networks 26 (2004) 331-338',
  },
  netDegree: {
    formula: 'positive - negative ties that arrive',
    source: 'S. Wasserman and K. Faust, Social Network Analysis (1994), section 5.3, by sign',
  },
  status: {
    formula: "x = aA'(x + 1), A signed, a = 0.5 / (most ties that arrive at one actor)",
    source: 'L. Katz, Psychometrika 18 (1953) 39-43; P. Bonacich and P. Lloyd, Social Networks 26 (2004) 331-338',
  },
  betweenness: {
    formula:
      'pairs of others, each by the share of its shortest paths over positive ties that lead through the actor; above 1000 actors from 256 of them, drawn with the seed and scaled, unless --exact',
    source:
      'L. C. Freeman, Sociometry 40 (1977) 35-41; U. Brandes and C. Pich, International Journal of Bifurcation and Chaos 17 (2007) 2303-2318',
  },
  brokerage: {
    formula: 'pairs of friends in different blocs (of any number) who are no friends of each other',
    source: 'R. V. Gould and R. M. Fernandez, Sociological Methodology 19 (1989) 89-126',
  },
  voiceShare: {
    formula: 'claims by the actor / (claims by it + claims about it)',
    source: 'definition of this program',
  },
  estebanRay: {
    formula:
      '2 sum_i sum_j p_i^2 p_j |y_i - y_j| over the places y of actors on a topic, from -1 against to 1 for; mean over topics, weighted by actors',
    source: 'J.-M. Esteban and D. Ray, Econometrica 62 (1994) 819-851, alpha = 1, scaled to 1 for two equal camps',
  },
  modularity: {
    formula: 'signed modularity of agreement minus disagreement over topics, best partition of a local search',
    source: 'S. Gomez, P. Jensen and A. Arenas, Physical Review E 80 (2009) 016114; P. Leifeld (2017), subtract network',
  },
  changePoint: {
    formula:
      'where cumulative sums of deviations from the mean are farthest from zero; p = (shuffles as far + 1) / (shuffles + 1)',
    source: 'E. S. Page, Biometrika 41 (1954) 100-115; binary segmentation: L. Ju. Vostrikova (1981)',
  },
  interval: {
    formula: '2.5 and 97.5 percentiles of (for - against) / (for + against) over resamples of articles',
    source: 'B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13',
  },
  stability: {
    formula: 'share of resamples of articles in which the tie occurs with its sign',
    source: 'B. Efron and R. J. Tibshirani (1993), chapter 8: what depends on each other is drawn together',
  },
  articlesToFlip: {
    formula: 'fewest articles without which the tie is gone or has another sign',
    source: 'definition of this program',
  },
} as const satisfies Readonly<Record<string, MeasureExplanation>>;

export type Measure = keyof typeof EXPLANATIONS;
