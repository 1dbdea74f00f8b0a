package health.vigil.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A proxy between a process and PostgreSQL. It delays and cuts connections, and it knows enough of the
/// protocol to act between a commit and its reply, or inside a writing transaction.
final class Proxy implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final ServerSocket listening;
    private final InetSocketAddress server;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Optional<Strike>> strike = new AtomicReference<>(Optional.empty());
    private volatile boolean away;
    private volatile Duration delay = Duration.ZERO;

    /// An action at the next moment of a kind.
    private record Strike(Moment moment, Runnable deed, CountDownLatch done) {}

    private enum Moment {
        INSIDE_A_TRANSACTION,
        BEFORE_THE_REPLY_TO_COMMIT
    }

    Proxy(int serverPort) throws IOException {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// Delays every reply.
    void delay(Duration longer) {
        delay = longer;
    }

    /// Cuts every connection.
    void cut() {
        links.forEach(Link::close);
    }

    /// Cuts every connection and accepts no new one, until told otherwise.
    void setAway(boolean now) {
        away = now;
        if (now) {
            cut();
        }
    }

    /// Drops the reply to the next commit of a transaction that inserted something, and cuts that connection.
    ///
    /// @return whether that happened in time
    boolean swallowCommit(Duration patience) throws InterruptedException {
        return strike(Moment.BEFORE_THE_REPLY_TO_COMMIT, () -> {}, patience);
    }

    /// Runs an action while a transaction that has inserted something waits for its next reply.
    ///
    /// @return whether that happened in time
    boolean insideATransaction(Runnable deed, Duration patience) throws InterruptedException {
        return strike(Moment.INSIDE_A_TRANSACTION, deed, patience);
    }

    private boolean strike(Moment moment, Runnable deed, Duration patience) throws InterruptedException {
        var done = new CountDownLatch(1);
        strike.set(Optional.of(new Strike(moment, deed, done)));
        var struck = done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        strike.set(Optional.empty());
        return struck;
    }

    private boolean take(Moment moment) {
        var armed = Objects.requireNonNull(strike.get());
        if (armed.filter(next -> next.moment() == moment).isPresent()
                && strike.compareAndSet(armed, Optional.empty())) {
            armed.get().deed().run();
            armed.get().done().countDown();
            return true;
        }
        return false;
    }

    private void accept() {
        try {
            while (true) {
                var client = listening.accept();
                threads.execute(() -> connect(client));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void connect(Socket client) {
        try {
            if (away) {
                client.close();
                return;
            }
            var upstream = new Socket();
            upstream.connect(server);
            var link = new Link(client, upstream);
            links.add(link);
            threads.execute(link::requests);
            link.replies();
        } catch (IOException gone) {
            closeQuietly(client);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // The connection is closed in any case.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
        threads.shutdownNow();
    }

    /// One connection, both ways.
    private final class Link {
        private final Socket client;
        private final Socket upstream;
        private boolean inserted;

        Link(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void requests() {
            try {
                copy(client.getInputStream(), upstream.getOutputStream());
            } catch (IOException gone) {
                close();
            }
            close();
        }

        private static void copy(InputStream from, OutputStream to) throws IOException {
            var buffer = new byte[BUFFER];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                to.write(buffer, 0, read);
            }
        }

        void replies() {
            try {
                var from = upstream.getInputStream();
                var to = client.getOutputStream();
                var buffer = new byte[BUFFER];
                for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                    TimeUnit.NANOSECONDS.sleep(delay.toNanos());
                    if (swallowed(buffer, read)) {
                        break;
                    }
                    to.write(buffer, 0, read);
                }
            } catch (IOException gone) {
                close();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            close();
        }

        /// Looks for the tags of completed commands: `INSERT 0 n` with something inserted, and `COMMIT`.
        private boolean swallowed(byte[] reply, int length) {
            if (Tags.committed(reply, length)) {
                var wrote = inserted;
                inserted = false;
                return wrote && take(Moment.BEFORE_THE_REPLY_TO_COMMIT);
            }
            inserted |= Tags.inserted(reply, length);
            if (inserted) {
                take(Moment.INSIDE_A_TRANSACTION);
            }
            return false;
        }

        void close() {
            links.remove(this);
            closeQuietly(client);
            closeQuietly(upstream);
        }
    }
}
