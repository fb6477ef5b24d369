package org.cscc.wording;

/** What words in a free text can tell about a person; the kinds of R-HRIT-08 and R-HRIT-09. */
enum Kind {
  NAME,
  ALIAS,
  KIN,
  PHONE,
  EMAIL,
  HANDLE,
  PLATE,
  SSN,
  BIRTH_DATE,
  CASE_NUMBER,
  HOME,
  HOSPITAL,
  DESCRIPTION,
  GROUP,
  ARREST,
  IMMIGRATION,
  HEALTH,
  JUVENILE
}
