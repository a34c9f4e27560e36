#include "ui/pages/map_look.h"

#include "ui/pages/consent_words.h"
#include "ui/pages/treatment_words.h"

#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

QString MapRowLook::question() const
{
    if (held && extra < 0)
        return tr("Column %1, %2, sample %3, which is not sent, goes to").arg(letter, name, raw);
    if (fixed)
        return tr("Fixed value %1, goes to").arg(fixedText.isEmpty() ? tr("not set yet") : fixedText);
    if (extra >= 0)
        return tr("%1, sample %2, goes to").arg(name, sent.isEmpty() ? raw : sent);
    return raw.isEmpty()
        ? tr("Column %1, %2, sample blank, goes to").arg(letter, name)
        : tr("Column %1, %2, sample %3, goes to").arg(letter, name, sent.isEmpty() ? raw : sent);
}

QString MapRowLook::answer() const
{
    QStringList words;
    if (required)
        words << tr("required");
    if (key)
        words << tr("key");
    for (const QString &more : { because, reason.isEmpty() ? result : reason }) {
        if (!more.isEmpty())
            words << more;
    }
    if (isProperty)
        words << (typeIsFixed ? typeReason : PropertyTypes::word(type));
    if (!consent.isEmpty())
        words << consent;
    for (const ChipLook &chip : chips)
        words << chip.text;
    if (!suggestionLabel.isEmpty())
        words << tr("perhaps %1").arg(suggestionLabel);
    return words.join(u", "_s);
}

MapLooks::MapLooks(const MapDesk &desk)
    : m_desk(desk)
{
}

QString MapLooks::letter(int column)
{
    return columnLetters(column);
}

int MapLooks::columns() const
{
    return static_cast<int>(m_desk.snapshot().mapping.columns.size());
}

int MapLooks::extras() const
{
    return static_cast<int>(m_desk.snapshot().mapping.extras.size());
}

int MapLooks::hiddenExtras() const
{
    return static_cast<int>(
        std::ranges::count_if(m_desk.snapshot().mapping.extras,
                              [this](const ExtraField &extra) { return m_desk.isQuestion(extra.field); }));
}

bool MapLooks::isGrouped() const
{
    return m_desk.snapshot().ready && m_desk.snapshot().target.groupsRows();
}

bool MapLooks::isPerRow(const MapSpot &spot) const
{
    const QString field = fieldAt(spot);
    if (field.isEmpty())
        return spot.isColumn() && m_desk.isColumnPerRow(spot.column);
    return isGrouped() && m_desk.isPerRow(field);
}

bool MapLooks::isBefore(const MapSpot &a, const MapSpot &b) const
{
    const auto group = [this](const MapSpot &spot) {
        const bool waits = spot.extra >= extras(); // a fixed value without a field stands below all
        return !isGrouped() ? 0 : waits ? 2 : isPerRow(spot) ? 1 : 0;
    };
    if (const int first = group(a), second = group(b); first != second)
        return first < second;
    const auto place = [this](const MapSpot &spot) {
        if (spot.isColumn())
            return std::pair(spot.column, -1);
        const ExtraField *extra = extraAt(spot);
        const auto at = extra && !extra->isFixed()
            ? static_cast<int>(m_desk.snapshot().columns.indexOf(extra->columns.front()))
            : -1;
        return std::pair(at < 0 ? columns() : at, spot.extra);
    };
    return place(a) < place(b);
}

const ExtraField *MapLooks::extraAt(const MapSpot &spot) const
{
    const auto &extras = m_desk.snapshot().mapping.extras;
    const auto at = static_cast<std::size_t>(spot.extra);
    return spot.extra >= 0 && at < extras.size() ? &extras[at] : nullptr;
}

const Treatment *MapLooks::treatmentAt(const MapSpot &spot) const
{
    if (spot.isColumn())
        return &m_desk.snapshot().mapping.columns[static_cast<std::size_t>(spot.column)].treatment;
    const ExtraField *extra = extraAt(spot);
    return extra ? &extra->treatment : nullptr;
}

QString MapLooks::madeOf(const ExtraField &extra) const
{
    return TreatmentWords::madeOf(extra, m_desk.names().isName(extra.field));
}

QString MapLooks::fieldAt(const MapSpot &spot) const
{
    if (spot.isColumn())
        return m_desk.snapshot().mapping.columns[static_cast<std::size_t>(spot.column)].field;
    const ExtraField *extra = extraAt(spot);
    return extra ? extra->field : QString();
}

void MapLooks::refresh()
{
    const auto &snapshot = m_desk.snapshot();
    m_verdicts.clear();
    if (!snapshot.ready)
        return;
    for (const QString &name : snapshot.mapping.fields())
        m_verdicts.insert(name, verdictOn(name, m_desk));
}

bool MapLooks::asksForDates(const MapSpot &spot) const
{
    return m_verdicts.value(fieldAt(spot)).asksForOrder;
}

bool MapLooks::hasConsent(const MapSpot &spot) const
{
    return !ConsentWords(m_desk, fieldAt(spot)).line().isEmpty();
}

bool MapLooks::hasChips(const MapSpot &spot) const
{
    const Treatment *treatment = treatmentAt(spot);
    const bool piece = spot.isColumn()
        && m_desk.snapshot().mapping.columns[static_cast<std::size_t>(spot.column)].piece.kind
            != PieceKind::Whole;
    return treatment && !fieldAt(spot).isEmpty()
        && (piece || !treatment->cleaners.empty() || !treatment->values.empty() || treatment->blank);
}

bool MapLooks::needsALook(const MapSpot &spot) const
{
    const QString field = fieldAt(spot);
    if (field.isEmpty())
        return spot.isColumn()
            && !m_desk.snapshot().mapping.columns[static_cast<std::size_t>(spot.column)].suggestion.isEmpty();
    const FieldVerdict verdict = m_verdicts.value(field);
    const ExtraField *extra = extraAt(spot);
    const bool nothingYet = extra && extra->isFixed() && extra->text.trimmed().isEmpty();
    return !verdict.question.isEmpty() || nothingYet
        || (!verdict.reading && m_desk.checkOf(field).needALook() > 0);
}

QString MapLooks::searchText(const MapSpot &spot) const
{
    const auto &snapshot = m_desk.snapshot();
    const QString name = fieldAt(spot);
    const Field *field = snapshot.schema.field(name);
    const ExtraField *extra = extraAt(spot);
    return QStringList { spot.isColumn() ? letter(spot.column) : QString(),
                         extra ? madeOf(*extra) : snapshot.columns.value(spot.column), name,
                         field ? field->label : QString() }
        .join(u'\n');
}

void MapLooks::sayVerdict(MapRowLook &look, const Treatment &treatment) const
{
    const FieldVerdict verdict = m_verdicts.value(look.field);
    look.reading = verdict.reading;
    look.result = verdict.question;
    look.reason = verdict.reason;
    look.fix = verdict.fix;
    look.asksForDates = verdict.asksForOrder;
    look.dateOrder = treatment.dates.order;
    if (look.asksForDates)
        look.dateHint = verdict.fix == FieldVerdict::Fix::Dates && !verdict.question.isEmpty()
                && treatment.dates.order != DateOrder::NotADate
            ? verdict.reason
            : tr("No row of the file decides it.");
}

QList<ChipLook> MapLooks::chipsOf(const QString &field, const Piece &piece, const Treatment &treatment,
                                  int sampleRow) const
{
    QList<ChipLook> chips;
    const bool any = piece.kind != PieceKind::Whole || !treatment.cleaners.empty()
        || !treatment.values.empty() || treatment.blank;
    if (!any)
        return chips;
    const ValueTrail trail = m_desk.samples().trail(field, sampleRow);
    if (piece.kind != PieceKind::Whole)
        chips << ChipLook { .what = ChipLook::What::Piece,
                            .text = TreatmentWords::piece(piece, m_desk.names().isName(field)),
                            .tip = tr("Taken: %1").arg(TreatmentWords::quoted(trail.taken)) };
    QString before = trail.taken;
    for (std::size_t at = 0; at < treatment.cleaners.size(); ++at) {
        const QString after = trail.cleaned.value(static_cast<qsizetype>(at));
        chips << ChipLook { .what = ChipLook::What::Cleaner,
                            .index = static_cast<int>(at),
                            .text = TreatmentWords::chip(treatment.cleaners[at]),
                            .tip = TreatmentWords::step(before, after) };
        before = after;
    }
    if (const auto rules = static_cast<int>(treatment.values.size()); rules > 0)
        chips << ChipLook { .what = ChipLook::What::Values,
                            .text = tr("%Ln value(s) replaced", nullptr, rules),
                            .tip = tr("Values that are sent as others") };
    if (treatment.blank) {
        const bool clears = *treatment.blank == BlankMeaning::Clear;
        chips << ChipLook { .what = ChipLook::What::Blank,
                            .text = clears ? tr("blank empties") : tr("blank changes nothing"),
                            .tip = clears ? tr("A blank cell empties the field of a record that is there.")
                                          : tr("A blank cell leaves the field of a record as it is.") };
    }
    return chips;
}

void MapLooks::saySamples(MapRowLook &look) const
{
    const SampleCheck check = m_desk.checkOf(look.field);
    if (look.reading)
        return;
    if (check.needALook() == 0) {
        if (look.reason.isEmpty())
            look.reason = check.whole ? tr("Fits in all rows.")
                                      : tr("Fits in the first rows. All rows are checked in the next step.");
        return;
    }
    if (!look.result.isEmpty())
        return;
    if (look.fixed) {
        look.result = tr("Does not fit");
        look.reason = check.first;
        return;
    }
    const QLocale locale;
    const QString found = locale.toString(check.needALook());
    const QString rows = locale.toString(check.rows);
    const bool all = check.whole || check.rows == m_desk.place().rows();
    //: %1 of %2 rows of the file
    look.result = all ? tr("%1 of %2 need a look").arg(found, rows)
                      //: %1 rows need a look, of the first %2 of the file
                      : tr("%1 of the first %2 rows").arg(found, rows);
    //: %1 "Birthdate cannot be read as a date", %2 and %3 numbers of rows
    look.reason = all ? tr("%1: %2 of all %3 rows need a look").arg(check.first, found, rows)
                      : tr("%1: %2 of the first %3 rows need a look").arg(check.first, found, rows);
}

QString MapLooks::usedIn(const QString &column) const
{
    const auto &snapshot = m_desk.snapshot();
    QStringList labels;
    for (const ExtraField &extra : snapshot.mapping.extras) {
        if (extra.columns.contains(column)) {
            const Field *field = snapshot.schema.field(extra.field);
            labels << (field ? field->label : extra.field);
        }
    }
    return labels.join(tr(", "));
}

void MapLooks::sayColumn(MapRowLook &look, int sampleRow) const
{
    const auto &snapshot = m_desk.snapshot();
    const ColumnMapping &mapped = snapshot.mapping.columns[static_cast<std::size_t>(look.column)];
    look.letter = letter(look.column);
    look.name = snapshot.columns.value(look.column);
    look.raw = m_desk.samples().cell(look.column, sampleRow).simplified();
    const QString used = usedIn(look.name);
    if (!mapped.field.isEmpty()) {
        look.because = becauseText(mapped.because);
        look.remembered = mapped.because == Because::Profile;
        look.chips = chipsOf(mapped.field, mapped.piece, mapped.treatment, sampleRow);
        sayField(look, mapped.treatment, sampleRow);
        return;
    }
    if (!used.isEmpty()) {
        //: Below the name of a field that is made of this column and others
        look.because = tr("in %1").arg(used);
        look.standing = MapRowLook::Standing::Fits;
        return;
    }
    if (const Field *offered = snapshot.schema.field(mapped.suggestion)) {
        look.suggestion = offered->name;
        look.suggestionLabel = offered->label;
    }
    look.because = mapped.because == Because::You ? becauseText(Because::You) : QString();
    look.standing
        = look.suggestion.isEmpty() ? MapRowLook::Standing::NotImported : MapRowLook::Standing::NeedsALook;
}

void MapLooks::sayExtra(MapRowLook &look, int sampleRow) const
{
    const ExtraField *extra = extraAt(look.spot());
    look.letter = u"+"_s;
    look.fixed = !extra || extra->isFixed();
    look.name = madeOf(extra ? *extra : ExtraField());
    if (!extra)
        return;
    look.fixedText = extra->text;
    look.chips = chipsOf(extra->field, {}, extra->treatment, sampleRow);
    if (!look.fixed) {
        look.raw = m_desk.samples().trail(extra->field, sampleRow).taken.simplified();
        look.because = becauseText(Because::You);
    }
    sayField(look, extra->treatment, sampleRow);
    if (look.fixed && extra->text.trimmed().isEmpty()) {
        look.result = tr("No value yet");
        look.reason = tr("Say what is sent in every row.");
    }
}

void MapLooks::saySent(MapRowLook &look, int sampleRow) const
{
    if (look.fixed)
        return;
    const QString sent = m_desk.samples().sent(look.field, sampleRow);
    const QString before = look.spot().isColumn() ? m_desk.samples().cell(look.column, sampleRow) : look.raw;
    look.held = !look.raw.isEmpty() && m_desk.samples().isHeld(look.field, sampleRow);
    if (look.held)
        look.sent = tr("not sent");
    else if (sent != before)
        look.sent = sent;
}

void MapLooks::sayField(MapRowLook &look, const Treatment &treatment, int sampleRow) const
{
    const auto &snapshot = m_desk.snapshot();
    look.field = fieldAt(look.spot());
    const Field *field = snapshot.schema.field(look.field);
    look.fieldLabel = field ? field->label : look.field;
    look.required = field && field->required;
    look.key = look.field == snapshot.target.keyField;
    saySent(look, sampleRow);
    sayType(look);
    look.consent = ConsentWords(m_desk, look.field).line();
    sayVerdict(look, treatment);
    saySamples(look);
    look.standing = needsALook(look.spot()) ? MapRowLook::Standing::NeedsALook : MapRowLook::Standing::Fits;
}

void MapLooks::sayType(MapRowLook &look) const
{
    const Field *field = m_desk.snapshot().schema.field(look.field);
    look.isProperty = field && field->isProperty;
    if (!look.isProperty)
        return;
    look.typeIsFixed = field->typeIsFixed;
    look.type = PropertyTypes::choiceOf(*field, m_desk.propertyType(look.field));
    const Service *service = m_desk.place().service();
    if (look.typeIsFixed)
        //: %1 "Dotdigital", %2 "Number"
        look.typeReason = tr("%1 has had it as this since the first record: %2.")
                              .arg(service ? service->name() : QString(), PropertyTypes::word(look.type));
}

MapRowLook MapLooks::look(const MapSpot &spot, int sampleRow) const
{
    MapRowLook look;
    look.column = spot.column;
    look.extra = spot.extra;
    if (spot.isColumn())
        sayColumn(look, sampleRow);
    else
        sayExtra(look, sampleRow);
    return look;
}

int MapLooks::fullestSample() const
{
    const auto filled = [this](int row) {
        int cells = 0;
        for (int column = 0; column < columns(); ++column)
            cells += m_desk.samples().cell(column, row).isEmpty() ? 0 : 1;
        return cells;
    };
    int best = 0;
    int most = -1;
    for (int row = 0; row < m_desk.samples().count(); ++row) {
        if (const int cells = filled(row); cells > most) {
            most = cells;
            best = row;
        }
    }
    return best;
}

} // namespace rowlift::ui
