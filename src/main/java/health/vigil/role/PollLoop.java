package health.vigil.role;

/// The loop that reads the stream, as health sees it.
public interface PollLoop {
    /// Whether it runs and is not stuck: a process whose loop is dead is started anew.
    boolean alive();

    /// Whether it takes records: it has joined its group and its partitions are not stopped.
    boolean ready();
}
