package health.vigil.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A patient's record in a compressed file without a name, which disappears with the process or with {@link
/// #close}.
final class RecordCopy implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final FileChannel file;
    private final Runnable release;
    private final AtomicBoolean open = new AtomicBoolean(true);

    private RecordCopy(FileChannel file, Runnable release) {
        this.file = file;
        this.release = release;
    }

    /// Creates a copy of a record.
    ///
    /// @param record writes the record
    /// @param release called once: when the copy is closed, or at once if it cannot be created
    static RecordCopy of(Consumer<OutputStream> record, Runnable release) {
        RecordCopy copy;
        try {
            copy = new RecordCopy(file(), release);
        } catch (IOException none) {
            release.run();
            throw new UncheckedIOException(none);
        }
        copy.write(record);
        return copy;
    }

    /// The file's name is deleted at once.
    private static FileChannel file() throws IOException {
        return FileChannel.open(
                Path.of(System.getProperty("java.io.tmpdir"), "vigil-record-" + UUID.randomUUID()),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    private void write(Consumer<OutputStream> record) {
        try {
            var packed = new GZIPOutputStream(Channels.newOutputStream(file), BUFFER);
            record.accept(packed);
            packed.finish();
            file.position(0);
        } catch (IOException full) {
            close();
            throw new UncheckedIOException(full);
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    void sendTo(OutputStream out) throws IOException {
        try (this;
                var unpacked = new GZIPInputStream(Channels.newInputStream(file), BUFFER)) {
            unpacked.transferTo(out);
        }
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            try (file) {
                release.run();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
