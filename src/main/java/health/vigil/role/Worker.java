package health.vigil.role;

/// Does one [Job] in every process with a role that includes it. Each job has exactly one worker.
public interface Worker {
    Job job();

    default void start() {}

    /// Stops the worker: it begins nothing more. If its work must not be cut off, this waits for the work that it
    /// has begun.
    default void stop() {}

    /// Whether the worker works, or will work. A process with a dead worker is restarted.
    default boolean alive() {
        return true;
    }

    /// Whether the process is ready for work.
    default boolean ready() {
        return true;
    }
}
