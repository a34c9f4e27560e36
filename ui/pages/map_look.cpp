#include "ui/pages/map_look.h"

#include "ui/pages/treatment_words.h"

#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostExamples = 3;

/// Its values can be read in more than one way: all rows are looked at.
bool canBeReadDifferently(const Field &field)
{
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Number:
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Picklist:
    case FieldType::MultiPicklist:
        return true;
    default:
        return false;
    }
}

} // namespace

QString MapRowLook::question() const
{
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
        m_verdicts.insert(name, verdictOn(name));
}

MapLooks::Verdict MapLooks::verdictOn(const QString &name) const
{
    Verdict verdict;
    const FieldSurvey *survey = m_desk.surveyOf(name);
    const Field *field = m_desk.snapshot().schema.field(name);
    const Treatment *treatment = m_desk.snapshot().mapping.treatmentOf(name);
    if (!field || !treatment)
        return verdict;
    verdict.reading = !survey && m_desk.isSurveying() && canBeReadDifferently(*field);
    if (survey && survey->dates)
        judgeDates(verdict, *survey->dates, treatment->dates);
    if (survey && survey->numbers)
        judgeNumbers(verdict, *survey->numbers, treatment->decimals);
    if (survey && survey->values)
        judgeValues(verdict, *survey->values, *field, treatment->values);
    return verdict;
}

void MapLooks::judgeDates(Verdict &verdict, const DateSurvey &dates, const DateReading &reading) const
{
    const auto in = [](const SeenValue &value) {
        //: %1 a value of the file, %2 the number of its row
        return tr("“%1” in row %2").arg(value.text, QLocale().toString(value.record + 1));
    };
    verdict.asksForOrder = dates.asks;
    if (dates.asks && reading.order == DateOrder::NotADate) {
        verdict.question = tr("Day or month first?");
        verdict.reason = tr("No row tells whether day or month comes first. Choose below.");
    } else if (dates.twoDigitYears > 0 && reading.twoDigitsFrom == 0) {
        verdict.question = tr("Which hundred years?");
        verdict.reason
            = tr("%Ln row(s) have years of two digits: %1.", nullptr, static_cast<int>(dates.twoDigitYears))
                  .arg(in(dates.twoDigitExample));
    } else if (dates.serials > 0 && !reading.serials) {
        verdict.question = tr("Numbers instead of dates");
        verdict.reason = tr("%Ln row(s) have plain numbers: %1.", nullptr, static_cast<int>(dates.serials))
                             .arg(in(dates.serialExample));
    } else if (const qint64 wrong = dates.unreadable + dates.timed; wrong > 0) {
        verdict.question = tr("%Ln cannot be read", nullptr, static_cast<int>(wrong));
        verdict.reason = tr("%Ln row(s) cannot be read as dates: %1.", nullptr, static_cast<int>(wrong))
                             .arg(in(dates.unreadable > 0 && !dates.unreadableExamples.empty()
                                         ? dates.unreadableExamples.front()
                                         : dates.timedExample));
    } else if (dates.dayFirstExample.seen() || dates.monthFirstExample.seen()) {
        const SeenValue &decisive
            = dates.dayFirstExample.seen() ? dates.dayFirstExample : dates.monthFirstExample;
        verdict.reason = tr("%1 can only be read one way.").arg(in(decisive));
    }
    if (!verdict.question.isEmpty())
        verdict.fix = MapRowLook::Fix::Dates;
}

void MapLooks::judgeNumbers(Verdict &verdict, const NumberSurvey &numbers, DecimalSign sign) const
{
    if (numbers.asks && sign == DecimalSign::Undecided) {
        verdict.question = tr("Comma or point?");
        verdict.reason
            = tr("“%1” can be two numbers: no row tells what stands before the decimals.")
                  .arg(numbers.eitherExample.seen() ? numbers.eitherExample.text : numbers.commaExample.text);
    } else if (numbers.unreadable > 0) {
        verdict.question = tr("%Ln cannot be read", nullptr, static_cast<int>(numbers.unreadable));
        verdict.reason
            = tr("%Ln row(s) cannot be read as numbers.", nullptr, static_cast<int>(numbers.unreadable));
    }
    if (!verdict.question.isEmpty())
        verdict.fix = MapRowLook::Fix::Numbers;
}

void MapLooks::judgeValues(Verdict &verdict, const ListSurvey &values, const Field &field,
                           const std::vector<ValueRule> &rules) const
{
    const bool boolean = field.type == FieldType::Boolean;
    if (!boolean && !field.restricted)
        return; // the service takes others, too
    int open = 0;
    QStringList examples;
    for (const ListedValue &value : values.values) {
        const auto decides = [&value](const ValueRule &rule) {
            return rule.from.compare(value.value, Qt::CaseInsensitive) == 0;
        };
        if (value.known || std::ranges::any_of(rules, decides))
            continue;
        ++open;
        if (examples.size() < mostExamples)
            examples << tr("“%1”").arg(value.value);
    }
    if (open == 0)
        return;
    verdict.question = boolean ? tr("%Ln value(s) neither yes nor no", nullptr, open)
                               : tr("%Ln value(s) not on the list", nullptr, open);
    //: %1 "3 values not on the list", %2 some of them
    verdict.reason = tr("%1: %2").arg(verdict.question, examples.join(tr(", ")));
    verdict.fix = MapRowLook::Fix::Values;
}

bool MapLooks::asksForDates(const MapSpot &spot) const
{
    return m_verdicts.value(fieldAt(spot)).asksForOrder;
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
    const Verdict verdict = m_verdicts.value(field);
    const ExtraField *extra = extraAt(spot);
    const bool nothingYet = extra && extra->isFixed() && extra->text.trimmed().isEmpty();
    return !verdict.question.isEmpty() || nothingYet
        || (!verdict.reading && m_desk.samples().check(field).needALook() > 0);
}

QString MapLooks::searchText(const MapSpot &spot) const
{
    const auto &snapshot = m_desk.snapshot();
    const QString name = fieldAt(spot);
    const Field *field = snapshot.schema.field(name);
    const ExtraField *extra = extraAt(spot);
    return QStringList { spot.isColumn() ? letter(spot.column) : QString(),
                         extra ? TreatmentWords::madeOf(*extra) : snapshot.columns.value(spot.column), name,
                         field ? field->label : QString() }
        .join(u'\n');
}

void MapLooks::sayVerdict(MapRowLook &look, const Treatment &treatment) const
{
    const Verdict verdict = m_verdicts.value(look.field);
    look.reading = verdict.reading;
    look.result = verdict.question;
    look.reason = verdict.reason;
    look.fix = verdict.fix;
    look.asksForDates = verdict.asksForOrder;
    look.dateOrder = treatment.dates.order;
    if (look.asksForDates)
        look.dateHint = tr("No row of the file decides it.");
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
                            .text = TreatmentWords::piece(piece),
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
    const SampleCheck check = m_desk.samples().check(look.field);
    if (look.reading)
        return;
    if (check.needALook() == 0) {
        look.reason = look.reason.isEmpty()
            ? tr("Fits in the first rows. All rows are checked in the next step.")
            : look.reason;
        return;
    }
    if (!look.result.isEmpty())
        return;
    if (look.fixed) {
        look.result = tr("Does not fit");
        look.reason = check.first;
        return;
    }
    //: Of the first rows of the file
    look.result = tr("%1 of %2 need a look").arg(check.needALook()).arg(check.rows);
    //: %1 "Birthdate cannot be read as a date", %2 and %3 numbers of rows
    look.reason = tr("%1: %2 of the first %3 rows need a look")
                      .arg(check.first)
                      .arg(check.needALook())
                      .arg(check.rows);
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
    look.name = TreatmentWords::madeOf(extra ? *extra : ExtraField());
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

void MapLooks::sayField(MapRowLook &look, const Treatment &treatment, int sampleRow) const
{
    const auto &snapshot = m_desk.snapshot();
    look.field = fieldAt(look.spot());
    const Field *field = snapshot.schema.field(look.field);
    look.fieldLabel = field ? field->label : look.field;
    look.required = field && field->required;
    look.key = look.field == snapshot.target.keyField;
    const QString sent = m_desk.samples().sent(look.field, sampleRow);
    const QString before = look.spot().isColumn() ? m_desk.samples().cell(look.column, sampleRow) : look.raw;
    if (!look.fixed && sent != before)
        look.sent = sent;
    sayVerdict(look, treatment);
    saySamples(look);
    look.standing = needsALook(look.spot()) ? MapRowLook::Standing::NeedsALook : MapRowLook::Standing::Fits;
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
