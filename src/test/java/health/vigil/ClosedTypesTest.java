package health.vigil;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The compiler names every place that must decide about a new value of our enums or a new member of our sealed
/// types. A `default`, or a name that is built from strings, would hide such a place.
class ClosedTypesTest {
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Set<String> CLOSED = ArchitectureTest.CLASSES.stream()
            .filter(type -> type.isEnum() || sealed(type))
            .flatMap(type -> Stream.concat(Stream.of(type), type.getAllSubclasses().stream()))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());

    /// The constants of our enums: a label does not name the enum.
    private static final Set<String> CONSTANTS = ArchitectureTest.CLASSES.stream()
            .filter(JavaClass::isEnum)
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
            .map(JavaField::getName)
            .collect(Collectors.toSet());

    private static boolean sealed(JavaClass type) {
        return (type.isInterface() || type.getModifiers().contains(JavaModifier.ABSTRACT))
                && type.reflect().isSealed();
    }

    @Test
    void noSwitchOverATypeOfOursHasADefault() throws IOException {
        var found = new ArrayList<String>();
        for (var unit : units()) {
            new SwitchesWithDefault(unit, found).scan(unit, null);
        }

        assertThat(found).isEmpty();
    }

    @Test
    void noConstantIsFoundByANameThatIsPutTogether() throws IOException {
        var found = new ArrayList<String>();
        for (var unit : units()) {
            new JoinedNames(unit, found).scan(unit, null);
        }

        assertThat(found).isEmpty();
    }

    private static Iterable<? extends CompilationUnitTree> units() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(SOURCES)) {
            var java = sources.filter(file -> file.toString().endsWith(".java")).toList();
            var task = compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            return ((JavacTask) task).parse();
        }
    }

    private static String file(CompilationUnitTree unit) {
        return Path.of(unit.getSourceFile().getName()).getFileName().toString();
    }

    private static final class JoinedNames extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final List<String> found;

        JoinedNames(CompilationUnitTree unit, List<String> found) {
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
            if (name(call.getMethodSelect()).equals("valueOf")
                    && call.getArguments().toString().contains(".name()")) {
                found.add(file(unit) + " " + call);
            }
            return super.visitMethodInvocation(call, null);
        }

        private static String name(Tree method) {
            return switch (method) {
                case IdentifierTree alone -> alone.getName().toString();
                case MemberSelectTree member -> member.getIdentifier().toString();
                default -> "";
            };
        }
    }

    private static final class SwitchesWithDefault extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final List<String> found;

        SwitchesWithDefault(CompilationUnitTree unit, List<String> found) {
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitSwitch(SwitchTree statement, @Nullable Void nothing) {
            check(statement.getExpression(), statement.getCases());
            return super.visitSwitch(statement, null);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree expression, @Nullable Void nothing) {
            check(expression.getExpression(), expression.getCases());
            return super.visitSwitchExpression(expression, null);
        }

        private void check(Tree subject, List<? extends CaseTree> cases) {
            var labels = cases.stream()
                    .flatMap(each -> each.getLabels().stream())
                    .map(CaseLabelTree.class::cast)
                    .toList();
            if (labels.stream().anyMatch(DefaultCaseLabelTree.class::isInstance)
                    && labels.stream().anyMatch(SwitchesWithDefault::ours)) {
                found.add(file(unit) + ": switch " + subject);
            }
        }

        private static boolean ours(CaseLabelTree label) {
            return switch (label) {
                case ConstantCaseLabelTree constant -> constant(constant.getConstantExpression());
                case PatternCaseLabelTree pattern -> CLOSED.contains(type(pattern.getPattern()));
                default -> false;
            };
        }

        private static boolean constant(Tree expression) {
            return expression instanceof IdentifierTree name
                    ? CONSTANTS.contains(name.toString())
                    : expression instanceof MemberSelectTree member
                            && CLOSED.contains(member.getExpression().toString());
        }

        private static String type(Tree pattern) {
            var type = switch (pattern) {
                case BindingPatternTree binding -> binding.getVariable().getType();
                case DeconstructionPatternTree record -> record.getDeconstructor();
                default -> null;
            };
            var name = Objects.toString(type, "");
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }
}
