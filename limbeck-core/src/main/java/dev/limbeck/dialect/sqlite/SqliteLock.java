// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Database;
import dev.limbeck.dialect.LockHolder;
import dev.limbeck.dialect.LockPolling;
import dev.limbeck.dialect.LockRequest;
import dev.limbeck.dialect.RunLock;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.MigrationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the operating system on a file beside the database, which dies with its holder.
 *
 * <p>The database's own file will not do: where POSIX locks are used, closing any channel to it releases the locks that
 * SQLite holds in the same process. The holder deletes the lock file before it lets go; who then gets the lock of the
 * deleted file sees that it is no longer there, and starts over.
 */
final class SqliteLock implements RunLock {
    /** The file holds a mark that no other holder has, and who the holder is. */
    private record Held(FileChannel channel, String text) {}

    private final Path file;
    private final Held held;

    private SqliteLock(Path file, Held held) {
        this.file = file;
        this.held = held;
    }

    static RunLock take(Database database, LockRequest request) {
        Optional<Path> path = SqliteUrl.file(database.url());
        return path.isEmpty() ? NONE : take(path.get().toAbsolutePath().normalize(), request);
    }

    private static RunLock take(Path database, LockRequest request) {
        Path file = database.resolveSibling(database.getFileName() + ".limbeck-lock");
        Attempt attempt = new Attempt(file);
        try {
            LockPolling.take(request, "the lock of " + database, attempt);
        } catch (IOException failure) {
            throw failed(file, failure);
        }
        return attempt.lock();
    }

    /** The taking of the file's lock. */
    private static final class Attempt implements LockPolling.Attempt<IOException> {
        private final Path file;
        private @Nullable Held held;

        Attempt(Path file) {
            this.file = file;
        }

        @Override
        public boolean take() throws IOException {
            held = tryLock(file);
            return held != null;
        }

        RunLock lock() {
            if (held == null) {
                throw new IllegalStateException("the lock " + file + " was not taken");
            }
            return new SqliteLock(file, held);
        }

        @Override
        public LockHolder holder() throws IOException {
            try {
                String text = Files.readString(file, StandardCharsets.US_ASCII);
                int who = text.indexOf('\n');
                return who < 0
                        ? LockHolder.GONE
                        : new LockHolder(
                                text.substring(who + 1),
                                "Wait for it to end. Its lock is " + file
                                        + ", which needs no cleaning up: it is free when that process ends.");
            } catch (NoSuchFileException deleted) {
                return LockHolder.GONE;
            }
        }
    }

    private static @Nullable Held tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Held held = null;
        try {
            if (isLocked(channel)) {
                held = sign(file, channel);
            }
        } finally {
            if (held == null) {
                channel.close();
            }
        }
        return held;
    }

    /** Locks a byte that is never written, since Windows lets no one read a locked one. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return false;
        }
    }

    /** Whether the locked file is the one that others will find: a mark written to the one is read from the other. */
    private static @Nullable Held sign(Path file, FileChannel channel) throws IOException {
        String text = UUID.randomUUID() + "\nprocess " + LockHolder.thisProcess(100) + ", holds it since "
                + LockHolder.moment(Instant.now());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
        return isAt(file, text) ? new Held(channel, text) : null;
    }

    private static boolean isAt(Path file, String text) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).equals(text);
        } catch (NoSuchFileException deleted) {
            return false;
        }
    }

    @Override
    public void check() {
        try {
            if (!isAt(file, held.text())) {
                throw new MigrationException(
                        ErrorCode.LOCK_LOST,
                        "The lock file " + file + " was deleted or written over while revisions ran, so another run may"
                                + " have started meanwhile; nothing more is committed. Leave that file alone: who holds"
                                + " it deletes it.");
            }
        } catch (IOException failure) {
            throw failed(file, failure);
        }
    }

    /** A file that is no longer this lock's is another's by now. */
    @Override
    public void close() {
        try (FileChannel channel = held.channel()) {
            if (channel.isOpen() && isAt(file, held.text())) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw failed(file, failure);
        }
    }

    private static MigrationException failed(Path file, IOException failure) {
        return new MigrationException(
                ErrorCode.FILE_FAILED,
                "Cannot use the lock file " + file + ": " + failure
                        + "\nThe database's folder must exist, and be writable for SQLite's own files as well.",
                failure);
    }
}
