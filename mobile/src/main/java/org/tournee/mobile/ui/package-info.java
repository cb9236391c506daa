/**
 * Small controls that all screens share; the looks are in {@code theme/tournee.css}. None of them knows a text: every
 * word comes from the message bundles of whoever uses it.
 *
 * <pre>{@code
 * Page page = new Page(
 *         new Section("Rythme", new Card(new SegmentBadge(Segment.A, messages.of(Segment.A)), dots)),
 *         new Notice(Tone.DUE, "Un contact est attendu avant le 10 avril."),
 *         new ListRow(Material2AL.EVENT_NOTE, "Visite du 3 mars", "45 minutes, à domicile", this::openVisit));
 * page.footer(Buttons.primary("Enregistrer", Material2AL.CHECK, this::save));
 *
 * ChipGroup<Topic> topics = ChipGroup.several(Arrays.asList(Topic.values()), messages::of);
 * ChipGroup<Channel> channel = ChipGroup.one(Arrays.asList(Channel.values()), messages::of);
 * Field narrative = Field.area("Ce qui a été dit", 4);
 * narrative.error("Écrivez au moins quelques mots.");
 * }</pre>
 *
 * <p>Sizes are in {@code em}, so that the text size of the worker's choice scales everything; targets are 48 px or
 * more; a {@link org.tournee.mobile.ui.Tone} always comes with an icon or a word, never alone. Everything that can be
 * pressed takes the keyboard's focus, and shows it. Texts wrap and are never cut.
 */
@NullMarked
package org.tournee.mobile.ui;

import org.jspecify.annotations.NullMarked;
