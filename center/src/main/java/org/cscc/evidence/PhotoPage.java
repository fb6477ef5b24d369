package org.cscc.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cscc.access.Capability;
import org.cscc.access.Requires;
import org.cscc.kernel.Audited;
import org.cscc.kernel.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Serves photos, apart from pages: as a picture and nothing else, whatever a browser would like to
 * make of it. Who may see the record may see its photos; one that is out of reach answers as one
 * that is not there.
 */
@Controller
@Requires(Capability.ENTER)
class PhotoPage {
  private static final String NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private final JdbcClient jdbc;
  private final ObjectProvider<Owner> owners;

  PhotoPage(JdbcClient jdbc, ObjectProvider<Owner> owners) {
    this.jdbc = jdbc;
    this.owners = owners;
  }

  @Audited(kind = "evidence", record = "{id}")
  @GetMapping("/evidence/{id}")
  ResponseEntity<byte[]> one(@PathVariable UUID id) {
    Photo photo = found(id).orElseThrow(PhotoPage::unknown);
    try {
      Optional.ofNullable(byKind().get(photo.owner()))
          .orElseThrow(PhotoPage::unknown)
          .mayRead(photo.record());
    } catch (Refused hidden) {
      throw unknown();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(photo.type()))
        .cacheControl(CacheControl.noStore())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", NOTHING_ELSE)
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename("evidence-" + id + "." + photo.ending())
                .build()
                .toString())
        .body(photo.content());
  }

  private Map<String, Owner> byKind() {
    return owners.stream().collect(Collectors.toMap(Owner::kind, Function.identity()));
  }

  private Optional<Photo> found(UUID id) {
    return jdbc.sql("select owner, record, type, content from evidence.picture where id = ?")
        .param(id)
        .query(
            (row, number) ->
                new Photo(
                    row.getString("owner"),
                    row.getString("record"),
                    row.getString("type"),
                    row.getBytes("content")))
        .optional();
  }

  private static Refused unknown() {
    return new Refused(Refused.Kind.NOT_FOUND, "R-EVID-06", "evidence.refused.unknown");
  }
}
