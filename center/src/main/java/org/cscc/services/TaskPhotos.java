package org.cscc.services;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.cscc.access.Access;
import org.cscc.access.Capability;
import org.cscc.access.Decision;
import org.cscc.evidence.Owner;
import org.cscc.evidence.Photos;
import org.cscc.evidence.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Photos of services: who may see a task may see its photos. */
@Component
class TaskPhotos implements Owner {
  private final TaskReads reads;
  private final Photos photos;
  private final Access access;

  TaskPhotos(TaskReads reads, Photos photos, Access access) {
    this.reads = reads;
    this.photos = photos;
    this.access = access;
  }

  @Override
  public String kind() {
    return "service-task";
  }

  @Override
  public Decision mayRead(String record) {
    Decision decision = access.require(Capability.READ_SERVICES);
    if (reads.byId(decision, UUID.fromString(record)).isEmpty()) {
      throw TaskMoves.unknown();
    }
    return decision;
  }

  /**
   * Takes a photo in, in the caller's transaction.
   *
   * @return what was shown; empty when no file was sent
   */
  List<Shown> take(Decision decision, String code, @Nullable MultipartFile file) {
    if (file == null || file.isEmpty()) {
      return List.of();
    }
    String record = reads.byCode(decision, code).orElseThrow(TaskMoves::unknown).id().toString();
    try (InputStream sent = file.getInputStream()) {
      return switch (photos.accept(decision, this, record, sent)) {
        case Receipt.Accepted kept -> List.of(new Shown(Shown.Kind.PICTURE, null, kept.id()));
        case Receipt.TurnedAway away -> throw away.why();
      };
    } catch (IOException e) {
      throw new UncheckedIOException("The photo stopped arriving", e);
    }
  }
}
