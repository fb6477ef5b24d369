package org.cscc.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler whose every answered request is written into the audit trail. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {
  /** What is done; files and API answers with rows are exports. */
  AuditNote.Deed value() default AuditNote.Deed.READ;

  /** What the record is, in the center's word. */
  String kind();

  /** Its id, with variables of the address in braces, such as {@code {week}/{team}}. */
  String record() default "";
}
