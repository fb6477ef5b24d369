package org.cscc.crisis;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cscc.SafetyCenter;
import org.cscc.home.CleanStart;
import org.cscc.home.FreshDatabase;
import org.cscc.home.Statements;
import org.cscc.reviews.Records;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/** The whole center with a database of its own: the watch looks at every incident there is. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = SafetyCenter.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=crisis",
      "cscc.jobs=false",
      "cscc.sign-in.key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    })
@TestExecutionListeners(
    listeners = CleanStart.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@Import({FreshDatabase.class, Records.class, Night.class, Statements.class})
@interface CrisisTest {}
