package health.vigil.role;

/// The way onto the stream, as health sees it.
public interface StreamOutlet {
    /// Whether what is given to it arrives, or is refused by a broker. Otherwise this process has broken it, and a
    /// new one is needed.
    boolean works();
}
