/** What the app needs of the device it runs on, behind small interfaces: a folder,
 * being left and taken up, a screen and what covers it, the ways in and out. */
@NullMarked
package org.tournee.mobile.device;

import org.jspecify.annotations.NullMarked;
