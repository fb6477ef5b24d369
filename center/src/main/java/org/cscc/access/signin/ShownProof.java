package org.cscc.access.signin;

import org.cscc.access.Proof;

/** A sign-in that says by itself how the person has shown who they are. */
interface ShownProof {
  Proof by();
}
