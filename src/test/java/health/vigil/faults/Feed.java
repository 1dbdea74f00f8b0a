package health.vigil.faults;

import java.util.List;
import java.util.Random;

/// Another system that reports facts about patients.
interface Feed {
    /// The name of its ward.
    String name();

    /// Random facts about a patient, each with its reports.
    List<FedFact> facts(FedPatient patient, Random random);

    /// Sends one message.
    FeedAnswer send(FeedMessage message);

    /// What became of a message.
    sealed interface FeedAnswer {
        /// The service has it.
        record Kept() implements FeedAnswer {}

        /// No answer, or one that says that it is to be sent again.
        record AgainLater() implements FeedAnswer {}

        /// The service does not take what it should.
        record NotTaken(String answer) implements FeedAnswer {}
    }
}
