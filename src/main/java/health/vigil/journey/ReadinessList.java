package health.vigil.journey;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What has to be answered before an infusion.
///
/// @param items the computed item first
public record ReadinessList(List<ReadinessItem> items) {
    public static final ReadinessList DEFAULT = of(List.of(
            ReadinessItem.within(72, "neuro-baseline", "Baseline ICE or CAPD, and a handwriting sample"),
            ReadinessItem.within(24, "vital-baseline", "Baseline SBP, SpO2, temperature and weight"),
            new ReadinessItem(
                    "tocilizumab", "Doses of tocilizumab on hand for this patient", Optional.empty(), Optional.of(2)),
            ReadinessItem.plain("rescue", "Rescue: steroid, and a source of anakinra or siltuximab"),
            ReadinessItem.plain("emergency", "CRS kit, oxygen, suction, monitoring; the ICU knows"),
            ReadinessItem.plain("seizure-prophylaxis", "Seizure prophylaxis decided"),
            ReadinessItem.plain("infection-prophylaxis", "Prophylaxis against PJP, viruses and fungi"),
            ReadinessItem.within(24, "no-infection", "No active infection, and no fever for 24 h"),
            ReadinessItem.plain("no-steroid", "No steroid above replacement; date of the last one"),
            ReadinessItem.plain("organs", "Organ function and oxygen sufficient"),
            ReadinessItem.plain("contacts", "Contacts of neurology and ICU"),
            ReadinessItem.plain("premedication", "Premedication: paracetamol and antihistamine, no steroid"),
            ReadinessItem.plain("caregiver", "Caregiver and card taught"),
            ReadinessItem.plain("consent", "Code status and consent"),
            ReadinessItem.plain("pregnancy", "Pregnancy test where it applies")));

    public ReadinessList {
        var ids = new HashSet<String>();
        items.stream().filter(item -> !ids.add(item.id())).findFirst().ifPresent(item -> {
            throw new IllegalArgumentException("Two items have the id " + item.id());
        });
        items = List.copyOf(items);
    }

    /// A list that begins with the computed item.
    public static ReadinessList of(List<ReadinessItem> answered) {
        return new ReadinessList(Stream.concat(Stream.of(ReadinessItem.IDENTITY), answered.stream())
                .toList());
    }

    public Optional<ReadinessItem> item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }
}
