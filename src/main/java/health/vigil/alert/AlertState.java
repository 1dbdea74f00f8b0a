package health.vigil.alert;

import java.time.Instant;
import java.util.Optional;

/// The states of an alert. Each state offers only its legal next steps.
public sealed interface AlertState {
    /// Not acknowledged.
    ///
    /// @param level the number of escalations
    /// @param nextEscalation when it escalates next; absent at the last step
    record Open(int level, Optional<Instant> nextEscalation) implements AlertState {
        public static Open raised(Escalation escalation, Instant at) {
            return new Open(0, escalation.next(0, at));
        }

        public Open escalated(Escalation escalation, Instant at) {
            return new Open(level + 1, escalation.next(level + 1, at));
        }

        /// Stops escalating, because another alert speaks for the group.
        public Open quiet() {
            return new Open(level, Optional.empty());
        }

        public Acknowledged acknowledged(Answer answer) {
            return new Acknowledged(answer, level);
        }

        public Resolved resolved(Instant at) {
            return new Resolved(at);
        }
    }

    /// Acknowledged, for this condition only.
    record Acknowledged(Answer answer, int level) implements AlertState {
        /// The acknowledgement was taken back.
        public Open takenBack(Escalation escalation, Instant at) {
            return new Open(level, escalation.next(level, at));
        }

        /// The acknowledgement has expired while the condition exists: opens and escalates again.
        public Open expired(Escalation escalation, Instant at) {
            return new Open(level, Optional.empty()).escalated(escalation, at);
        }

        public Resolved resolved(Instant at) {
            return new Resolved(at);
        }
    }

    /// The condition has cleared. The alert stays on record.
    record Resolved(Instant at) implements AlertState {}

    /// An acknowledgement, and until when it holds while the condition exists.
    record Answer(String by, Instant at, Instant until, Optional<String> note) {}
}
