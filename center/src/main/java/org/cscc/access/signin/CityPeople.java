package org.cscc.access.signin;

import java.util.Optional;
import org.cscc.access.Accounts;
import org.cscc.access.SignedIn;
import org.cscc.access.SignedInRow;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.cscc.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which account a person of the City's single sign-on is. Nobody becomes one by signing in. */
@Component
class CityPeople {
  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final AuditTrail trail;
  private final RealTime time;

  CityPeople(JdbcClient jdbc, Accounts accounts, AuditTrail trail, RealTime time) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.trail = trail;
    this.time = time;
  }

  /** The account of a subject, if there is one that may sign in. */
  Optional<SignedIn> account(String issuer, String subject) {
    return jdbc.sql(
            "select "
                + SignedInRow.COLUMNS
                + """
                 from access.city_subject c
                join access.account a on a.id = c.account_id
                where c.issuer = ? and c.subject = ? and a.disabled_at is null
                """)
        .params(issuer, subject)
        .query((row, number) -> SignedInRow.read(row))
        .optional();
  }

  /**
   * Says that a subject is the person of an account; a link of before counts no more.
   *
   * @throws Refused R-SIGNIN-10 when the subject is another account's
   */
  @Transactional
  public void link(String name, String issuer, String subject) {
    SignedIn account = accounts.byName(name);
    forget(account, issuer);
    int linked =
        jdbc.sql(
                """
                insert into access.city_subject (issuer, subject, account_id, linked_at)
                values (?, ?, ?, ?) on conflict (issuer, subject) do nothing
                """)
            .params(issuer, subject, account.id(), time.utc())
            .update();
    if (linked == 0) {
      throw new Refused(Refused.Kind.CONFLICT, "R-SIGNIN-10", "access.refused.linked", subject);
    }
    trail.note(AuditNote.change(Deed.CHANGE, "account", account.name(), null, "city " + subject));
  }

  /** Says that the account is nobody's of the City any more. */
  @Transactional
  public void unlink(String name, String issuer) {
    SignedIn account = accounts.byName(name);
    if (forget(account, issuer) > 0) {
      trail.note(AuditNote.change(Deed.CHANGE, "account", account.name(), "city", null));
    }
  }

  private int forget(SignedIn account, String issuer) {
    return jdbc.sql("delete from access.city_subject where account_id = ? and issuer = ?")
        .params(account.id(), issuer)
        .update();
  }
}
