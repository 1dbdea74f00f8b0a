package health.vigil.api.fhir;

import health.vigil.problem.Problem;
import health.vigil.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A search: the parameters of the address and of a form.
final class SearchRequest {
    static final String CURSOR = "_cursor";
    static final String UPDATED = "_lastUpdated";
    private static final String COUNT = "_count";
    private static final String SORT = "_sort";
    private static final String SUMMARY = "_summary";
    private static final String ONLY_COUNT = "count";
    private static final Set<String> SUMMARIES = Set.of(ONLY_COUNT, "false");
    private static final String FORMAT = "_format";
    private static final Set<String> ALWAYS = Set.of(COUNT, SORT, CURSOR, SUMMARY, FORMAT, "_pretty");

    private static final int USUAL_COUNT = 100;
    private static final int MOST = 1000;
    private static final int MOST_VALUES = 100;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final UriInfo uri;
    private final List<Parameter> parameters;
    private final boolean byForm;
    private final boolean lenient;

    private record Parameter(String name, String value) {
        String encoded() {
            return URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    private SearchRequest(UriInfo uri, List<Parameter> parameters, boolean byForm, HttpHeaders headers) {
        this.uri = uri;
        this.parameters = List.copyOf(parameters);
        this.byForm = byForm;
        this.lenient = Optional.ofNullable(headers.getHeaderString("Prefer")).stream()
                .flatMap(value -> Arrays.stream(value.split("[,;]", -1)))
                .map(String::strip)
                .anyMatch("handling=lenient"::equalsIgnoreCase);
    }

    static SearchRequest get(UriInfo uri, HttpHeaders headers) {
        return new SearchRequest(uri, ofAddress(uri), false, headers);
    }

    static SearchRequest post(UriInfo uri, HttpHeaders headers, byte[] body) {
        var type = Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE))
                .orElse(FORM);
        if (!type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            throw new ProblemException(Problem.of(415, "A search is sent as " + FORM));
        }
        var all = new ArrayList<>(ofAddress(uri));
        all.addAll(ofForm(new String(body, StandardCharsets.UTF_8)));
        return new SearchRequest(uri, all, true, headers);
    }

    private static List<Parameter> ofAddress(UriInfo uri) {
        return uri.getQueryParameters().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> new Parameter(entry.getKey(), value)))
                .toList();
    }

    private static List<Parameter> ofForm(String form) {
        try {
            return Stream.of(form.strip().split("&", -1))
                    .filter(field -> !field.isEmpty())
                    .map(field -> field.split("=", 2))
                    .map(field -> new Parameter(decoded(field[0]), field.length > 1 ? decoded(field[1]) : ""))
                    .toList();
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.badRequest("The form cannot be read");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /// The same check for a read by id, which has no parameters of its own.
    static void checkRead(UriInfo uri, HttpHeaders headers) {
        var read = get(uri, headers);
        read.check(Set.of());
        if (read.countsOnly()) {
            throw ProblemException.invalid(SUMMARY, "must be false");
        }
    }

    /// Refuses parameters that the search does not know: a filter that is left out shows too much. A client may
    /// ask to leave them out.
    ///
    /// @return those that were left out
    /// @throws ProblemException 400 for an empty value too: a filter without a value would find everything
    List<String> check(Set<String> known) {
        parameters.stream()
                .filter(parameter -> parameter.value().isBlank())
                .findFirst()
                .ifPresent(empty -> {
                    throw ProblemException.invalid(empty.name(), "must not be empty");
                });
        var unknown = parameters.stream()
                .map(Parameter::name)
                .filter(name -> !known.contains(name) && !ALWAYS.contains(name))
                .distinct()
                .toList();
        if (!unknown.isEmpty() && !lenient) {
            throw ProblemException.invalid(unknown.getFirst(), "is not a parameter here");
        }
        one(SUMMARY).filter(summary -> !SUMMARIES.contains(summary)).ifPresent(_ -> {
            throw ProblemException.invalid(SUMMARY, "must be count or false");
        });
        one(FORMAT).filter(format -> format.contains("xml")).ifPresent(_ -> {
            throw new ProblemException(Problem.of(406, "Only JSON is available"));
        });
        return unknown;
    }

    /// The number of results.
    ///
    /// @param complete whether these are all
    /// @throws ProblemException 400 if they are not
    static int total(int found, boolean complete) {
        if (!complete) {
            throw ProblemException.invalid(SUMMARY, "cannot count so many results: limit the search");
        }
        return found;
    }

    /// The only value of a parameter.
    Optional<String> one(String name) {
        var values = values(name);
        if (values.size() > 1) {
            throw ProblemException.invalid(name, "must be given once");
        }
        return values.stream().findFirst();
    }

    List<String> values(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /// The values of a parameter, each of which may hold alternatives with commas between them.
    List<List<SearchToken>> tokens(String name) {
        var groups = values(name).stream()
                .map(value -> Arrays.stream(value.split(",", -1))
                        .filter(text -> !text.isBlank())
                        .map(SearchToken::read)
                        .toList())
                .toList();
        if (groups.stream().mapToInt(List::size).sum() > MOST_VALUES) {
            throw ProblemException.invalid(name, "has more than " + MOST_VALUES + " values");
        }
        return groups;
    }

    /// The codes of the tokens of a parameter, whatever their system.
    static Set<String> codes(List<SearchToken> tokens) {
        return tokens.stream().map(SearchToken::code).collect(Collectors.toSet());
    }

    /// The ids that were asked for; absent if the search does not name ids.
    Optional<Set<String>> ids() {
        return ids("_id");
    }

    /// The ids that all values of some parameters name together; absent if none of the parameters is given.
    ///
    /// @param names `_id`, and a parameter whose values are ids too
    Optional<Set<String>> ids(String... names) {
        return Stream.of(names)
                .flatMap(name -> tokens(name).stream())
                .map(group -> (Set<String>) new TreeSet<>(codes(group)))
                .reduce((one, other) -> {
                    var both = new TreeSet<>(one);
                    both.retainAll(new HashSet<>(other));
                    return both;
                });
    }

    DateBounds dates(String name, ZoneId zone) {
        var bounds = DateBounds.EVER;
        for (var value : values(name)) {
            bounds = bounds.and(name, value, zone);
        }
        return bounds;
    }

    /// Whether only the number of results is wanted.
    boolean countsOnly() {
        return one(SUMMARY).filter(ONLY_COUNT::equals).isPresent();
    }

    int count() {
        return countsOnly() ? MOST : ofPage();
    }

    private int ofPage() {
        return one(COUNT).map(SearchRequest::count).orElse(USUAL_COUNT);
    }

    private static int count(String text) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1) {
            throw ProblemException.invalid(COUNT, "must be a whole number from 1 on");
        }
        return Math.min(Integer.parseInt(text), MOST);
    }

    /// Whether the results come in the order of their last changes: if these limit the search, or if it is sorted by
    /// them.
    boolean byUpdate() {
        var sort = one(SORT);
        if (values(UPDATED).isEmpty()) {
            return sort.filter(UPDATED::equals).isPresent();
        }
        sort.filter(by -> !by.equals(UPDATED)).ifPresent(_ -> {
            throw ProblemException.invalid(SORT, "must be " + UPDATED + " if this parameter limits the search");
        });
        return true;
    }

    /// Whether the newest result comes first, which it does if nothing else is asked.
    ///
    /// @param name the parameter by which the results can be sorted
    boolean newestFirst(String name) {
        var sort = one(SORT).orElse("-" + name);
        if (!sort.equals(name) && !sort.equals("-" + name)) {
            throw ProblemException.invalid(SORT, "must be " + name + " or -" + name);
        }
        return sort.startsWith("-");
    }

    /// The last result of the page before; absent for the first page.
    Optional<SearchPlace> after(String user) {
        return one(CURSOR).map(text -> SearchPlace.read(text, binding(user)));
    }

    private String binding(String user) {
        return SearchPlace.binding(user, uri.getPath() + "?" + query());
    }

    /// The parameters of the search without its place, in a fixed order.
    private String query() {
        return parameters.stream()
                .filter(parameter -> !parameter.name().equals(CURSOR))
                .map(Parameter::encoded)
                .sorted()
                .collect(Collectors.joining("&"));
    }

    /// The base address of the FHIR interface.
    String base() {
        return uri.getBaseUri().resolve("/fhir/r4").toString();
    }

    /// The address of this page. What came in a form is not repeated in an address.
    String self() {
        var query = byForm ? "" : query();
        return address() + (query.isEmpty() ? "" : "?" + query);
    }

    /// The address of the next page. After a form it holds the cursor only: send the form to it again.
    String next(SearchPlace place, String user) {
        var query = byForm ? "" : query();
        return address() + "?" + query + (query.isEmpty() ? "" : "&") + CURSOR + "=" + place.text(binding(user));
    }

    private String address() {
        return uri.getAbsolutePath().toString();
    }
}
