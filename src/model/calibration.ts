/** Layers whose claims state a calibrated confidence. */
export const CALIBRATED_LAYERS = ['statements', 'positions', 'events'] as const;
export type CalibratedLayer = (typeof CALIBRATED_LAYERS)[number];

/** From this confidence of a rule on, claims of the layer are right with this probability. */
export interface CalibrationStep {
  readonly from: number;
  readonly probability: number;
}

/** How often claims turned out right in annotated articles, by what their rules think of themselves. */
export interface Calibration {
  /** Steps of each layer, lowest first; a layer without steps keeps the confidence of its rules. */
  readonly curves: ReadonlyMap<CalibratedLayer, readonly CalibrationStep[]>;
  /** What a rule does better or worse than its layer at the same confidence; keys are `layer rule`. */
  readonly offsets: ReadonlyMap<string, number>;
}
