package org.cscc.incidents;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.cscc.home.CenterHome;
import org.cscc.kernel.AuditNote;
import org.cscc.kernel.AuditNote.Deed;
import org.cscc.kernel.AuditTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Keeps an uploaded file in the home before anything else, then has it imported. */
@Component
class Uploads {
  private final ObjectProvider<CenterHome> home;
  private final Scheduler scheduler;
  private final OneTimeTask<ImportJob.Upload> task;
  private final ImportLog log;
  private final AuditTrail trail;
  private final Clock clock;

  Uploads(
      ObjectProvider<CenterHome> home,
      Scheduler scheduler,
      OneTimeTask<ImportJob.Upload> task,
      ImportLog log,
      AuditTrail trail,
      Clock clock) {
    this.home = home;
    this.scheduler = scheduler;
    this.task = task;
    this.log = log;
    this.trail = trail;
    this.clock = clock;
  }

  /** Takes a file and answers the id under which it will be imported. */
  UUID take(MultipartFile upload, String requestedBy, boolean dryRun) {
    UUID id = TimeOrderedIds.next();
    try {
      Path file = directory().resolve(id + ".upload");
      upload.transferTo(file);
      log.open(id, name(upload), requestedBy, clock.instant(), clock.instant());
      trail.note(AuditNote.of(Deed.CREATE, "import", id.toString(), 1));
      scheduler.schedule(
          task.instance(id.toString(), new ImportJob.Upload(file.toString(), requestedBy, dryRun)),
          clock.instant());
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException("The upload could not be kept", e);
    }
  }

  private Path directory() throws IOException {
    CenterHome own = home.getIfAvailable();
    return own == null
        ? Files.createTempDirectory("uploads")
        : Files.createDirectories(own.directory().resolve("uploads"));
  }

  private static String name(MultipartFile upload) {
    String full = upload.getOriginalFilename() == null ? "" : upload.getOriginalFilename();
    String last = full.substring(Math.max(full.lastIndexOf('/'), full.lastIndexOf('\\')) + 1);
    return last.isBlank() ? "upload" : last;
  }
}
