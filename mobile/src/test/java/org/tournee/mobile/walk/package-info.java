/** Every screen of the phone, walked through: what must hold of all of them is checked on all of them. */
package org.tournee.mobile.walk;
