package health.vigil.grading;

import health.vigil.observation.Component;
import health.vigil.observation.Finding;
import health.vigil.observation.Tool;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The evidence for a grade of ICANS.
sealed interface IcansEvidence extends Evidence {
    @Override
    Component component();

    /// A score of the patient's tool.
    ///
    /// @param atBaseline the patient's baseline score, if this score is not worse
    record ToolScore(Tool tool, Score score, int grade, Optional<Integer> atBaseline, Duration window)
            implements IcansEvidence {
        int total() {
            return score.total().orElseThrow();
        }

        @Override
        public Component component() {
            return Component.of(tool);
        }

        @Override
        public Citation rule() {
            return switch (tool) {
                case ICE -> Rule.ICANS_ICE;
                case CAPD -> Rule.ICANS_CAPD;
            };
        }

        @Override
        public Optional<Origin> origin() {
            return score.origin();
        }

        @Override
        public Optional<JudgedValue> judgedValue() {
            var judged = JudgedValue.score(total()).beside(atBaseline.map(BigDecimal::valueOf));
            return Optional.of(
                    switch (tool) {
                        case ICE -> judged;
                        case CAPD -> judged.against(BigDecimal.valueOf(ConsensusTable.CAPD_POSITIVE));
                    });
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(score.at().plus(window));
        }
    }

    /// A level of consciousness.
    record Level(Wakefulness found, Duration window) implements IcansEvidence {
        @Override
        public Component component() {
            return Component.CONSCIOUSNESS;
        }

        @Override
        public int grade() {
            return ConsensusTable.consciousness(found.level());
        }

        @Override
        public Citation rule() {
            return Rule.ICANS_CONSCIOUSNESS;
        }

        @Override
        public Optional<Origin> origin() {
            return found.origin();
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(found.at().plus(window));
        }
    }

    /// A seizure, with its record.
    sealed interface SeizureEvidence extends IcansEvidence {
        String UNIT = "min";

        SeizureRecord record();

        @Override
        default Component component() {
            return Component.SEIZURE;
        }

        @Override
        default Citation rule() {
            return Rule.ICANS_SEIZURE;
        }

        @Override
        default Optional<Origin> origin() {
            return Optional.of(new Origin(record().id(), record().at()));
        }

        @Override
        default Optional<JudgedValue> judgedValue() {
            return record().seizure().durationMinutes().map(minutes -> JudgedValue.of(minutes, UNIT));
        }
    }

    /// A seizure that goes on.
    record SeizureUnderWay(SeizureRecord record, int grade) implements SeizureEvidence {}

    /// A seizure that counts from its record on.
    record SingleSeizure(SeizureEntry entry, Duration window) implements SeizureEvidence {
        @Override
        public SeizureRecord record() {
            return entry.record();
        }

        @Override
        public int grade() {
            return entry.severe() ? ConsensusTable.SEIZURE_PROLONGED_OR_REPEATED : ConsensusTable.SEIZURE;
        }

        @Override
        public Optional<Instant> until() {
            return Optional.of(entry.at().plus(window));
        }
    }

    /// A finding, which stands until it is recorded as absent. Most findings never set a grade.
    record PresentFinding(Finding finding, Mark mark) implements IcansEvidence {
        @Override
        public Component component() {
            return Component.of(finding);
        }

        @Override
        public int grade() {
            return ConsensusTable.finding(finding);
        }

        @Override
        public Citation rule() {
            return grade() > 0 ? Rule.ICANS_FINDING : Rule.ICANS_NOT_GRADED;
        }

        @Override
        public Optional<Origin> origin() {
            return Optional.of(new Origin(mark.id(), mark.at()));
        }
    }
}
