package org.cscc.access.scim;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cscc.access.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts for the City's directory: found, and taken away at once. */
@Component
class ScimUsers {
  static final int MOST = 200;

  private static final Pattern FILTER =
      Pattern.compile(
          "\\s*(userName|externalId)\\s+eq\\s+\"([^\"\\\\]{1,255})\"\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final String ALL =
      """
       from access.account a
      left join lateral (select subject from access.city_subject c where c.account_id = a.id
        order by linked_at desc limit 1) c on true
      where a.removed_at is null
        and (cast(:name as text) is null or a.name = :name)
        and (cast(:subject as text) is null or exists (select from access.city_subject i
          where i.account_id = a.id and i.subject = :subject))
      """;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Clock clock;

  ScimUsers(JdbcClient jdbc, Accounts accounts, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * What a list asks for.
   *
   * @param name sign-in name, or null for any
   * @param subject of the single sign-on, or null for any
   */
  record Wanted(@Nullable String name, @Nullable String subject) {
    /**
     * Reads a filter.
     *
     * @throws ScimError.Found when it is none that we know
     */
    static Wanted of(@Nullable String filter) {
      if (filter == null || filter.isBlank()) {
        return new Wanted(null, null);
      }
      Matcher found = FILTER.matcher(filter);
      if (!found.matches()) {
        throw new ScimError.Found(ScimError.BAD_FILTER);
      }
      return found.group(1).toLowerCase(Locale.ROOT).equals("username")
          ? new Wanted(found.group(2).toLowerCase(Locale.ROOT), null)
          : new Wanted(null, found.group(2));
    }
  }

  int count(Wanted wanted) {
    return jdbc.sql("select count(*)" + ALL)
        .param("name", wanted.name())
        .param("subject", wanted.subject())
        .query(Integer.class)
        .single();
  }

  /**
   * Some of them, by name.
   *
   * @param skip how many come before the first
   */
  List<ScimUser> list(Wanted wanted, int skip, int count) {
    return jdbc.sql(
            """
            select a.id, a.name, a.display_name, c.subject, a.created_at, a.disabled_at as ended_at
            """
                + ALL
                + " order by a.name offset :skip limit :count")
        .param("name", wanted.name())
        .param("subject", wanted.subject())
        .param("skip", skip)
        .param("count", count)
        .query(DataClassRowMapper.newInstance(ScimUser.class))
        .list();
  }

  Optional<ScimUser> one(String id) {
    try {
      return jdbc.sql(
              """
              select a.id, a.name, a.display_name, c.subject, a.created_at,
                a.disabled_at as ended_at
              """
                  + ALL
                  + " and a.id = :id")
          .param("name", null)
          .param("subject", null)
          .param("id", UUID.fromString(id))
          .query(DataClassRowMapper.newInstance(ScimUser.class))
          .optional();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Ends an account: sessions, tokens and links with it. One that has ended stays so. */
  @Transactional
  public void end(ScimUser user) {
    if (user.active()) {
      accounts.end(user.name());
    }
  }

  /** Ends an account and forgets it for the directory; what the person did stays written down. */
  @Transactional
  public void remove(ScimUser user) {
    end(user);
    jdbc.sql("update access.account set removed_at = ? where id = ?")
        .params(clock.instant().atOffset(ZoneOffset.UTC), user.id())
        .update();
  }
}
