package health.vigil.role;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The role that serves a resource, on the class or on a method; the method wins. Without that role the
/// answer is 404. A resource without this annotation is served in every role.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ServedBy {
    ServiceRole value();
}
