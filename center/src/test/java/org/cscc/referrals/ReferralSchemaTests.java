package org.cscc.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cscc.home.CenterTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** There is no place for a person in the tables. */
@CenterTest
class ReferralSchemaTests {
  @Autowired JdbcClient jdbc;

  @Test
  void theSchemaHasNoPlaceForAPersonAndTakesNoSentence() {
    assertThat(
            jdbc.sql(
                    """
                    select column_name from information_schema.columns
                    where table_schema = 'referrals' and table_name = 'referral' order by 1
                    """)
                .query(String.class)
                .list())
        .containsExactly(
            "accepted_at",
            "answer_by",
            "area",
            "changed_at",
            "contact_at",
            "contact_by",
            "decline_code",
            "due_at",
            "ended_at",
            "follows",
            "id",
            "incident",
            "needs",
            "offered_at",
            "offered_by",
            "offered_org",
            "organization",
            "outcome_code",
            "started_at",
            "state",
            "token",
            "told_answer_at",
            "told_contact_at",
            "version");
    // Every text is held to a closed list or to a code without a space.
    for (Map<String, Object> column :
        jdbc.sql(
                """
                select table_name, column_name from information_schema.columns
                where table_schema = 'referrals' and data_type in ('text', 'ARRAY')
                  and table_name <> 'once'
                """)
            .query()
            .listOfRows()) {
      assertThat(
              jdbc.sql(
                      """
                      select count(*) from pg_constraint c
                      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                      where c.contype = 'c' and c.conrelid = cast(:table as regclass)
                        and a.attname = :column
                      """)
                  .param("table", "referrals." + column.get("table_name"))
                  .param("column", column.get("column_name"))
                  .query(Integer.class)
                  .single())
          .as(column.toString())
          .isPositive();
    }
  }
}
