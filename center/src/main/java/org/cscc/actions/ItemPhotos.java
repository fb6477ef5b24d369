package org.cscc.actions;

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

/**
 * Photos of what was done: who sees the item sees them. The row policy on photos names this kind,
 * too ({@code home/tables.txt}).
 */
@Component
class ItemPhotos implements Owner {
  private final Actions actions;
  private final ItemReads reads;
  private final Photos photos;
  private final Access access;

  ItemPhotos(Actions actions, ItemReads reads, Photos photos, Access access) {
    this.actions = actions;
    this.reads = reads;
    this.photos = photos;
    this.access = access;
  }

  @Override
  public String kind() {
    return "action";
  }

  @Override
  public Decision mayRead(String record) {
    Decision decision = access.require(Capability.READ_ACTIONS);
    if (!reads.reaches(decision, actions.role(), UUID.fromString(record))) {
      throw Actions.unknown();
    }
    return decision;
  }

  /**
   * Takes a photo in, in the caller's transaction.
   *
   * @return what was shown; empty when no file was sent
   */
  List<Evidence> take(Decision decision, String code, @Nullable MultipartFile file) {
    if (file == null || file.isEmpty()) {
      return List.of();
    }
    String record = actions.item(decision, code).id().toString();
    try (InputStream sent = file.getInputStream()) {
      return switch (photos.accept(decision, this, record, sent)) {
        case Receipt.Accepted kept -> List.of(Evidence.picture(kept.id()));
        case Receipt.TurnedAway away -> throw away.why();
      };
    } catch (IOException e) {
      throw new UncheckedIOException("The photo stopped arriving", e);
    }
  }
}
