package health.vigil.role;

/// Does one [Job] in every process that plays a role of it. Each job has exactly one worker.
public interface Worker {
    Job job();

    default void start() {}

    /// Begins nothing more. A worker that must not be cut off waits for the work that it has begun.
    default void stop() {}

    /// Whether it works, or will: a process with a dead worker is restarted.
    default boolean alive() {
        return true;
    }

    /// Whether the process may be given work.
    default boolean ready() {
        return true;
    }
}
