package org.cscc.tabletops;

/** Why a gap is answered no; a sentence stands beside it. */
enum NoCode {
  /** Somebody outside of the center would have to do it. */
  NOT_OURS,
  /** It is done, or another item owes it. */
  DONE_ALREADY,
  /** There is no money or nobody to do it. */
  NO_MEANS,
  /** What it would change is not worth the work. */
  NOT_WORTH_IT,
  /** It was written down twice, or is none. */
  BY_MISTAKE;

  /** Key of its words. */
  public String key() {
    return "tabletops.no." + name();
  }
}
