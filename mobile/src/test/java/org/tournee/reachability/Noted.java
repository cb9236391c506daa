package org.tournee.reachability;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Is called before the method of the same name and arguments, the object that it is called on first. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Noted {

    /** The classes that have the method. */
    Class<?>[] value();
}
