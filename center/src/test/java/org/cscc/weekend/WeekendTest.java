package org.cscc.weekend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cscc.SafetyCenter;
import org.cscc.home.CleanStart;
import org.cscc.home.FreshDatabase;
import org.cscc.home.Statements;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/** The whole center with a database of its own, whose clock the tests move. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = SafetyCenter.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=weekend",
      "cscc.jobs=false",
      "cscc.sign-in.key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    })
@TestExecutionListeners(
    listeners = CleanStart.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@Import({FreshDatabase.class, Statements.class, Town.class})
@interface WeekendTest {}
