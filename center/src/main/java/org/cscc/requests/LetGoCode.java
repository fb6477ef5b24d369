package org.cscc.requests;

/** Why a request is not followed any more. */
enum LetGoCode {
  /** The City does nothing about it, and does not say that it did. */
  CANCELED,
  /** Its block was not on the list of the day it was closed. */
  OFF_THE_LIST,
  /** It is followed with the one that it repeats. */
  DUPLICATE;

  /** Key of its words. */
  public String key() {
    return "requests.let-go." + name();
  }
}
