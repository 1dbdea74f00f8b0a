package health.vigil.alert;

import java.time.Instant;
import java.util.Optional;

/// The life of an alert. Each state offers only its legal next steps.
public sealed interface AlertState {
    /// Nobody has answered.
    ///
    /// @param level how often it was escalated
    /// @param nextEscalation when it will be told to more people; absent when everyone was told
    record Open(int level, Optional<Instant> nextEscalation) implements AlertState {
        public static Open raised(Escalation escalation, Instant at) {
            return new Open(0, escalation.next(0, at));
        }

        public Open escalated(Escalation escalation, Instant at) {
            return new Open(level + 1, escalation.next(level + 1, at));
        }

        /// Another alert speaks for it, and escalates.
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

    /// Someone has answered, for this condition only.
    record Acknowledged(Answer answer, int level) implements AlertState {
        /// The answer was taken back.
        public Open takenBack(Escalation escalation, Instant at) {
            return new Open(level, escalation.next(level, at));
        }

        /// The answer has lasted its time and the condition still stands: more people are told.
        public Open expired(Escalation escalation, Instant at) {
            return new Open(level, Optional.empty()).escalated(escalation, at);
        }

        public Resolved resolved(Instant at) {
            return new Resolved(at);
        }
    }

    /// Its condition has cleared. It stays on record.
    record Resolved(Instant at) implements AlertState {}

    /// Who answered, and until when the answer holds while the condition stands.
    record Answer(String by, Instant at, Instant until, Optional<String> note) {}
}
