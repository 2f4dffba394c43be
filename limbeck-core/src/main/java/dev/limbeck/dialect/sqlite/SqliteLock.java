// SPDX-License-Identifier: Apache-2.0
package dev.limbeck.dialect.sqlite;

import dev.limbeck.dialect.Database;
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
import java.time.Duration;
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
    private static final Duration POLL = Duration.ofMillis(50);

    private final Path file;
    private final FileChannel channel;

    private SqliteLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static RunLock take(Database database, Duration timeout) {
        Optional<Path> path = SqliteUrl.file(database.url());
        return path.isEmpty() ? () -> {} : take(path.get().toAbsolutePath().normalize(), timeout);
    }

    private static RunLock take(Path database, Duration timeout) {
        Path file = database.resolveSibling(database.getFileName() + ".limbeck-lock");
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (true) {
                FileChannel channel = tryLock(file);
                if (channel != null) {
                    return new SqliteLock(file, channel);
                }
                if (System.nanoTime() >= deadline) {
                    throw new MigrationException(
                            ErrorCode.DATABASE_LOCKED,
                            "Another run of Limbeck works on " + database + " and has not ended within "
                                    + timeout.toSeconds() + " seconds. Wait for it, then run this again; its lock is "
                                    + file + ", which needs no cleaning up.");
                }
                Thread.sleep(POLL.toMillis());
            }
        } catch (IOException failure) {
            throw failed(file, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MigrationException(
                    ErrorCode.DATABASE_LOCKED, "The wait for the lock " + file + " was interrupted.", interrupted);
        }
    }

    private static @Nullable FileChannel tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = isLocked(channel) && isStillThere(file, channel);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? channel : null;
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
    private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
        String mark = UUID.randomUUID().toString();
        channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII)), 0);
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).equals(mark);
        } catch (NoSuchFileException deleted) {
            return false;
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
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
