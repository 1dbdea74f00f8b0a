package health.vigil.hl7;

/// What a connection delivers.
public sealed interface MllpEvent {
    record Received(MllpFrame frame) implements MllpEvent {}

    /// A frame that a new one interrupted. It is dropped; its sender gets no answer and sends it again.
    record Interrupted() implements MllpEvent {}

    /// The connection must be closed.
    ///
    /// @param reason as a sentence, without content
    record Broken(String reason) implements MllpEvent {}
}
