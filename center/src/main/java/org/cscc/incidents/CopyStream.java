package org.cscc.incidents;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Sends blocks of rows in PostgreSQL's binary COPY format while the next rows are being read. A
 * connection copies into one table at a time, so the stream turns from one to the other as blocks
 * come. At most some megabytes wait; whoever writes waits when the database is the slower one.
 */
final class CopyStream {
  private static final int WAITING_BLOCKS = 12;
  private static final byte[] HEAD = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final byte[] TAIL = {-1, -1};
  private static final Block LAST = new Block("", new byte[0]);

  private final CopyManager copies;
  private final BlockingQueue<Block> blocks = new LinkedBlockingQueue<>(WAITING_BLOCKS);
  private final CompletableFuture<Void> sent;
  private volatile boolean broken;
  private @Nullable CopyIn open;
  private String table = "";

  /** Whole rows for one table, named with its columns as COPY takes them. */
  private static final class Block {
    private final String table;
    private final byte[] rows;

    private Block(String table, byte[] rows) {
      this.table = table;
      this.rows = rows;
    }
  }

  CopyStream(Connection connection) throws SQLException {
    this.copies = connection.unwrap(PGConnection.class).getCopyAPI();
    this.sent = CompletableFuture.runAsync(this::send, Thread::startVirtualThread);
  }

  /** Hands over whole rows; waits while too many are under way. */
  void put(String into, byte[] rows) {
    if (broken) {
      throw new IllegalStateException("The database takes no more rows of this file");
    }
    hand(new Block(into, rows));
  }

  /** Waits until everything is in the database. */
  void end() {
    hand(LAST);
    sent.join();
  }

  /** What was sent goes no further. */
  void abandon() {
    broken = true;
    try {
      end();
    } catch (RuntimeException e) {
      // The copy was cancelled on purpose; the reason for it is reported by the caller.
    }
  }

  private void hand(Block block) {
    try {
      blocks.put(block);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading a file", e);
    }
  }

  private void send() {
    @Nullable SQLException failure = null;
    try {
      for (Block block = blocks.take(); block != LAST; block = blocks.take()) {
        // The reader must not wait for a sender that is gone: its blocks are taken all the same.
        failure = failure == null ? write(block) : failure;
      }
      if (failure == null) {
        close();
      }
    } catch (SQLException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
    if (failure != null) {
      throw new CompletionException(failure);
    }
  }

  private @Nullable SQLException write(Block block) {
    try {
      CopyIn copy = into(block.table);
      copy.writeToCopy(block.rows, 0, block.rows.length);
      return null;
    } catch (SQLException e) {
      broken = true;
      return e;
    }
  }

  private CopyIn into(String wanted) throws SQLException {
    if (open == null || !table.equals(wanted)) {
      close();
      open = copies.copyIn("copy " + wanted + " from stdin (format binary)");
      open.writeToCopy(HEAD, 0, HEAD.length);
      table = wanted;
    }
    return open;
  }

  private void close() throws SQLException {
    if (open == null) {
      return;
    }
    if (broken) {
      open.cancelCopy();
    } else {
      open.writeToCopy(TAIL, 0, TAIL.length);
      open.endCopy();
    }
    open = null;
  }
}
