package health.vigil.protocol;

import health.vigil.laboratory.Truth;
import java.util.ArrayList;
import java.util.List;

/// The rows of the hospital's protocol that fit a patient at a time, with their answers.
///
/// @param prompts in the order of the table
/// @param unclear the rows of which it is not known whether they fit
public record CurrentPrompts(List<Prompt> prompts, List<UnclearRow> unclear) {
    public CurrentPrompts {
        prompts = List.copyOf(prompts);
        unclear = List.copyOf(unclear);
    }

    /// All rows that fit. The result depends on the set of observations and answers only. Before the infusion no
    /// row fits.
    ///
    /// @param answers to all rows in this episode
    public static CurrentPrompts of(ProtocolTable table, CaseFacts patient, List<PromptAnswer> answers) {
        var prompts = new ArrayList<Prompt>();
        var unclear = new ArrayList<UnclearRow>();
        if (patient.at().isBefore(patient.infusedAt())) {
            return new CurrentPrompts(prompts, unclear);
        }
        for (var row : table.rows()) {
            var timeline = RowTimeline.of(row, patient);
            var fits = timeline.now();
            if (fits.holds()) {
                prompts.add(Prompt.of(FittingRow.of(timeline), answers, patient.at()));
            } else if (fits == Truth.UNKNOWN) {
                unclear.add(new UnclearRow(row, timeline.missing()));
            }
        }
        return new CurrentPrompts(prompts, unclear);
    }

    /// How many of them wait for an answer.
    public long open() {
        return prompts.stream().filter(Prompt::open).count();
    }
}
