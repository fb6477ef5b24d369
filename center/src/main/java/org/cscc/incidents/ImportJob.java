package org.cscc.incidents;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.cscc.home.HomeKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An uploaded file is imported by a durable job: a restart begins it again from its start. */
@Configuration(proxyBeanMethods = false)
class ImportJob {
  private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

  /** What the job needs to know; the rest is in the import's own row. */
  record Upload(String file, String requestedBy, boolean dryRun) implements Serializable {
    @Serial private static final long serialVersionUID = 1L;
  }

  @Bean
  OneTimeTask<Upload> importTask(Imports imports) {
    return Tasks.oneTime("incidents-import", Upload.class)
        .execute((instance, context) -> run(imports, instance.getId(), instance.getData()));
  }

  private static void run(Imports imports, String id, Upload upload) {
    Path file = Path.of(upload.file());
    ImportOptions options =
        new ImportOptions(
            null, null, upload.dryRun(), HomeKind.REAL, false, upload.requestedBy(), null);
    try {
      imports.apply(UUID.fromString(id), file, options, () -> {});
    } catch (RuntimeException e) {
      // The import's own row says that it failed; the file goes, so there is nothing to try again.
      LOG.warn("The upload of import {} failed: {}", id, e.getClass().getSimpleName());
    } finally {
      delete(file);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
