package health.vigil.alert;

import health.vigil.alert.Occurrence.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// The texts about what other systems say of a patient's stay, as in `adt says that the stay ended at 15:08.
/// Discharge the patient, or watch on`. They repeat no demographic value.
///
/// @param sender the account that reported it
/// @param now times on the same day are written without a date
/// @param hospital the time zone
public record StayWords(String sender, Instant now, ZoneId hospital) {
    public Wording ended(Instant at) {
        return new Wording(
                "The stay has ended",
                sender + " says that the stay ended at " + time(at)
                        + ". Discharge the patient, or watch on if that is wrong");
    }

    /// The end of the stay was taken back, after it had ended the episode.
    public Wording goesOn(Instant at) {
        return new Wording(
                "The stay goes on, but the episode has ended",
                sender + " took back the end of the stay at " + time(at)
                        + ". Undo the discharge if the patient is to be watched on");
    }

    public Wording anotherBirthDate() {
        return new Wording(
                "Another birth date is registered",
                sender + " says another birth date than the admission. Check that both are the same person, and correct"
                        + " what is wrong");
    }

    public Wording died() {
        return new Wording(
                "The patient is said to have died",
                sender + " says that the patient has died. A physician enters the death with its cause, or has the"
                        + " registration corrected");
    }

    public Wording mergeRefused(String old, String into, String why) {
        return new Wording(
                "Two numbers may be one patient",
                sender + " says that " + old + " and " + into + " are one patient. They were not merged: " + why);
    }

    public Wording partingRefused(String one, String other) {
        return new Wording(
                "Two numbers may be two patients",
                sender + " says that " + one + " and " + other
                        + " are two patients. Both are merged into a third number: undo the wrong merge");
    }

    /// An infusion that could not admit its patient.
    ///
    /// @param missing what is not known, or what stands against the admission
    public Wording notAdmitted(String product, Instant infusedAt, List<String> missing) {
        return new Wording(
                "An infusion was reported, but the patient is not admitted with it",
                sender + " says that " + product + " was infused at " + time(infusedAt) + ". "
                        + String.join(". ", missing));
    }

    private String time(Instant at) {
        return new HospitalTime(now, hospital).of(at);
    }
}
