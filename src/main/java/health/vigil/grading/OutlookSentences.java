package health.vigil.grading;

import java.time.Instant;
import java.util.Locale;

/// Writes an outlook as a sentence.
public final class OutlookSentences {
    private OutlookSentences() {}

    public static Sentence of(Outlook outlook) {
        return switch (outlook) {
            case Outlook.FeverEnds(var last) -> ends("Without another fever, the fever component ends after ", last);
            case Outlook.ComponentEnds(var component, var last) ->
                ends("Without a new reading, " + Sentences.words(component) + " stops counting after ", last);
            case Outlook.WaiverEnds(var drug, var last) ->
                ends("The waiver of fever by " + Sentences.words(drug) + " ends after ", last);
            case Outlook.CourseEnds(var last) -> ends("Without another fever, the course of CRS ends after ", last);
            case Outlook.VasopressorsBecomeMultiple(var from) ->
                Sentence.of("Hypotension becomes grade 4 at ").and(from).and(" if both vasopressors still run.");
            case Outlook.FeverWouldBegin(var limit) ->
                Sentence.of("A temperature of ").and(limit, "Cel").and(" or more begins CRS grade 1.");
            case Outlook.PhysicianWouldDecide _ ->
                Sentence.of("A physician answers by opening the course of CRS, or by attributing to another cause.");
            case Outlook.GateWouldOpen _ ->
                Sentence.of("Fever, treatment of an active CRS, or a physician who opens the course would let"
                        + " hypotension and hypoxia count.");
            case Outlook.CrsWouldRise(var highest) -> Sentence.of(higher(highest));
            case Outlook.ScoreCounts(var tool, var last) ->
                Sentence.of("The " + Sentences.name(tool) + " counts until ")
                        .and(last)
                        .and("; a new one replaces it.");
            case Outlook.ScoreWouldTell(var tool) ->
                Sentence.of("A scored " + Sentences.name(tool) + " would make the grade known.");
            case Outlook.SeizureGoesOn _ -> Sentence.of("The seizure counts until one is recorded as resolved.");
            case Outlook.SeizureCounts(var last) -> ends("The seizure counts until ", last);
            case Outlook.FindingStands(var finding) ->
                Sentence.of(capitalised(Sentences.words(finding)) + " counts until it is recorded as absent.");
        };
    }

    private static Sentence ends(String words, Instant last) {
        return Sentence.of(words).and(last).and(".");
    }

    private static String higher(int highest) {
        return switch (highest) {
            case 0, 1 ->
                "A low blood pressure, a bolus for it, a low SpO2 or low-flow oxygen for hypoxia would make it grade 2;"
                        + " a vasopressor, a mask or a flow above 6 L/min grade 3.";
            case 2 -> "A vasopressor, a mask or a flow above 6 L/min for hypoxia would make it grade 3.";
            default ->
                "A second vasopressor other than vasopressin, or CPAP, BiPAP or a ventilator for hypoxia, would make it"
                        + " grade 4.";
        };
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
