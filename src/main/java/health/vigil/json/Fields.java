package health.vigil.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The fields of one JSON object. Each is requested by name; fields that nobody requested are violations.
public final class Fields {
    private final ObjectNode object;
    private final Location location;
    private final Set<String> known;

    public Fields(ObjectNode object, Location location) {
        this(object, location, new HashSet<>());
    }

    private Fields(ObjectNode object, Location location, Set<String> known) {
        this.object = object;
        this.location = location;
        this.known = known;
    }

    /// The shape of an object that a function reads.
    public static <T> Shape<T> object(Shape.OfFields<T> read) {
        return (value, location) -> value instanceof ObjectNode object
                ? read.read(new Fields(object, location))
                : location.refuse("must be an object");
    }

    public boolean has(String name) {
        return object.has(name);
    }

    public Location at(String name) {
        return location.field(name);
    }

    /// A required field.
    public <T> Optional<T> need(String name, Shape<T> shape) {
        return has(name) ? may(name, shape) : at(name).missing();
    }

    /// An optional field. `null` is a violation, because it hides whether a value was lost.
    public <T> Optional<T> may(String name, Shape<T> shape) {
        known.add(name);
        JsonNode value = object.get(name);
        if (value == null) {
            return Optional.empty();
        }
        return read(value, shape, at(name));
    }

    /// An optional field with its faults, which are not noted yet.
    public <T> ReadField<T> read(String name, Shape<T> shape) {
        known.add(name);
        JsonNode value = object.get(name);
        if (value == null) {
            return ReadField.absent();
        }
        var faults = new ArrayList<Violation>();
        return new ReadField<>(read(value, shape, location.with(faults).field(name)), faults);
    }

    private static <T> Optional<T> read(JsonNode value, Shape<T> shape, Location place) {
        return value.isNull() ? place.refuse("is null; leave it out instead") : shape.read(value, place);
    }

    /// The place of the object.
    public Location place() {
        return location;
    }

    /// Adds a violation for every field that was not requested.
    public void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                at(name).refuse("is not a field here");
            }
        });
    }

    /// A violation for every field that was not requested. They are not noted yet.
    public List<Violation> unknown() {
        var faults = new ArrayList<Violation>();
        new Fields(object, location.with(faults), known).refuseUnknown();
        return faults;
    }

    /// Builds the value if no field of the message had a fault so far; else the result is empty.
    public <T> Optional<T> whenSound(Supplier<T> build) {
        return location.violations().isEmpty() ? Optional.of(build.get()) : Optional.empty();
    }
}
