#include "app/mapping/record_builder.h"

#include "app/mapping/consent.h"
#include "app/mapping/field_path.h"

#include <algorithm>

namespace rowlift {

class RecordBuilder::Impl {
public:
    Impl(const Mapping &mapping, const Schema &schema, const Target &target);

    const BuiltRecord &build(std::span<const std::string_view> cells);
    FieldPath &path(int index) { return m_paths[static_cast<std::size_t>(index)]; }

    std::vector<QString> m_fields;
    int m_lastColumn = -1;

private:
    /// Where the cells of one column go as they are.
    struct Copy {
        std::size_t column = 0;
        std::size_t index = 0;
    };
    /// What is the same in every row.
    struct Fixed {
        std::string value;
        SentValue sent;
    };

    struct Work {
        std::size_t index = 0;
        FieldPath *path = nullptr;
        const Fixed *fixed = nullptr; ///< Null where the value comes from cells.
    };

    ValueSource sourceOf(const Mapping &mapping, const QString &field) const;
    void plan(std::size_t index);
    void copy(std::span<const std::string_view> cells);
    void keep(std::size_t index, const SentValue &sent)
    {
        m_values[index] = sent.value;
        if (sent.cleared || sent.unreadable || sent.cut || sent.held != Held::No)
            mark(index, sent);
    }
    void mark(std::size_t index, const SentValue &sent);

    ValueForms m_forms; ///< Paths look into its words.
    std::vector<FieldPath> m_paths; ///< In the order of the fields.
    std::vector<Copy> m_copies;
    std::vector<Work> m_works; ///< All other fields, in their order.
    std::vector<std::unique_ptr<Fixed>> m_fixed;
    char m_wordBegin = '\0'; ///< Of the word for clearing, and of it in the other case of letters.
    char m_wordBeginToo = '\0';

    std::vector<std::string_view> m_values;
    std::unique_ptr<bool[]> m_cleared;
    bool m_someCleared = false;
    std::vector<BuiltRecord::Problem> m_problems;
    std::vector<int> m_cut;
    std::vector<BuiltRecord::HeldBack> m_held;
    BuiltRecord m_record;
};

namespace {

BlankForm blankFormOf(const Mapping &mapping, const Treatment &treatment, const Field &field,
                      const ValueForms &forms, const Target &target, bool stopsOnly)
{
    BlankForm blank;
    blank.word = { forms.clear.constData(), static_cast<std::size_t>(forms.clear.size()) };
    blank.wordInAnyCase = forms.clearInAnyCase;
    // Salesforce has no third state of a box: "#N/A" makes its row fail.
    const bool isBox = field.type == FieldType::Boolean && forms.salesforceIds;
    blank.mayClear = field.type != FieldType::Id && !isBox && !stopsOnly
        && (field.name.isEmpty() || field.name != target.keyField);
    const bool clears = field.clearable && treatment.blank.value_or(mapping.blank) == BlankMeaning::Clear
        && (forms.blankClears || !blank.word.empty());
    // What is said of all blanks is not meant for those that may subscribe people again.
    blank.keepsConsent = clears
        && (stopsOnly || (!treatment.blank && mayChangeRecords(target.operation) && consentSense(field)));
    blank.clears = clears && !blank.keepsConsent;
    return blank;
}

std::optional<StopsOnly> stopsOnlyOf(const Treatment &treatment, const Field &field, const ValueForms &forms,
                                     Operation operation)
{
    if (!sendsOnlyStops(field, treatment, operation))
        return std::nullopt;
    return StopsOnly(field, consentSense(field)->yesStops, forms);
}

} // namespace

RecordBuilder::Impl::Impl(const Mapping &mapping, const Schema &schema, const Target &target)
    : m_forms(schema.forms)
{
    for (const QString &name : mapping.fields()) {
        Field unknown;
        unknown.name = name;
        const Field *known = schema.field(name);
        const Field &field = known ? *known : unknown;
        const Treatment &treatment = *mapping.treatmentOf(name);
        m_fields.push_back(name);
        auto stopsOnly = stopsOnlyOf(treatment, field, m_forms, target.operation);
        const BlankForm blank
            = blankFormOf(mapping, treatment, field, m_forms, target, stopsOnly.has_value());
        m_paths.emplace_back(sourceOf(mapping, name), treatment, field, m_forms, blank, std::move(stopsOnly));
    }
    if (!m_forms.clear.isEmpty())
        m_wordBegin = m_wordBeginToo = m_forms.clear.front();
    if (m_forms.clearInAnyCase && m_wordBegin >= 'A' && m_wordBegin <= 'Z')
        m_wordBeginToo = static_cast<char>(m_wordBegin - 'A' + 'a');
    m_values.resize(m_paths.size());
    m_cleared = std::make_unique<bool[]>(m_paths.size());
    m_problems.reserve(m_paths.size());
    m_cut.reserve(m_paths.size());
    m_held.reserve(m_paths.size());
    for (std::size_t index = 0; index < m_paths.size(); ++index)
        plan(index);
}

ValueSource RecordBuilder::Impl::sourceOf(const Mapping &mapping, const QString &field) const
{
    if (const int column = mapping.columnOf(field); column >= 0)
        return ValueSource::ofColumn(column, mapping.columns[static_cast<std::size_t>(column)].piece);
    const ExtraField &extra = *mapping.extraFor(field);
    std::vector<int> columns;
    for (const QString &name : extra.columns) {
        const auto found = std::ranges::find(mapping.columns, name, &ColumnMapping::column);
        if (found != mapping.columns.end())
            columns.push_back(static_cast<int>(found - mapping.columns.begin()));
    }
    return ValueSource::ofExtra(extra, std::move(columns));
}

void RecordBuilder::Impl::plan(std::size_t index)
{
    FieldPath &path = m_paths[index];
    for (const int column : path.source().columns())
        m_lastColumn = std::max(m_lastColumn, column);
    if (path.isPlain()) {
        m_copies.push_back({ static_cast<std::size_t>(path.source().columns().front()), index });
        return;
    }
    m_works.push_back({ index, &path });
    if (!path.source().isFixed())
        return;
    Fixed &fixed = *m_fixed.emplace_back(std::make_unique<Fixed>());
    fixed.sent = path.send({});
    fixed.value = fixed.sent.value;
    fixed.sent.value = fixed.value;
    m_works.back().fixed = &fixed;
}

const BuiltRecord &RecordBuilder::Impl::build(std::span<const std::string_view> cells)
{
    m_problems.clear();
    m_cut.clear();
    m_held.clear();
    if (m_someCleared) {
        std::fill_n(m_cleared.get(), m_paths.size(), false);
        m_someCleared = false;
    }
    copy(cells);
    for (const Work &work : m_works)
        keep(work.index, work.fixed ? work.fixed->sent : work.path->send(cells));
    m_record = { m_values, m_problems, m_cut, m_held, { m_cleared.get(), m_paths.size() } };
    return m_record;
}

void RecordBuilder::Impl::copy(std::span<const std::string_view> cells)
{
    for (const Copy &copy : m_copies) {
        const auto cell = copy.column < cells.size() ? cells[copy.column] : std::string_view();
        // Anything but a blank and the word for clearing: what nearly every cell is. Bytes beyond ASCII are
        // negative.
        const char begin = cell.empty() ? '\0' : cell.front();
        if (begin > ' ' && begin != m_wordBegin && begin != m_wordBeginToo)
            m_values[copy.index] = cell;
        else
            keep(copy.index, m_paths[copy.index].sendAsItIs(cell));
    }
}

void RecordBuilder::Impl::mark(std::size_t index, const SentValue &sent)
{
    if (sent.cleared)
        m_cleared[index] = m_someCleared = true;
    if (sent.unreadable)
        m_problems.push_back({ static_cast<int>(index), *sent.unreadable });
    if (sent.cut)
        m_cut.push_back(static_cast<int>(index));
    if (sent.held != Held::No)
        m_held.push_back({ static_cast<int>(index), sent.held });
}

RecordBuilder::RecordBuilder(const Mapping &mapping, const Schema &schema, const Target &target)
    : m_impl(std::make_unique<Impl>(mapping, schema, target))
{
}

RecordBuilder::~RecordBuilder() = default;
RecordBuilder::RecordBuilder(RecordBuilder &&) noexcept = default;
RecordBuilder &RecordBuilder::operator=(RecordBuilder &&) noexcept = default;

const std::vector<QString> &RecordBuilder::fields() const
{
    return m_impl->m_fields;
}

std::span<const int> RecordBuilder::columnsOf(int index) const
{
    return m_impl->path(index).source().columns();
}

int RecordBuilder::columnOf(int index) const
{
    const auto columns = columnsOf(index);
    return columns.empty() ? -1 : columns.front();
}

int RecordBuilder::lastColumn() const
{
    return m_impl->m_lastColumn;
}

const BuiltRecord &RecordBuilder::build(std::span<const std::string_view> cells)
{
    return m_impl->build(cells);
}

std::string_view RecordBuilder::cleaned(int index, std::span<const std::string_view> cells)
{
    return m_impl->path(index).cleaned(cells);
}

ValueTrail RecordBuilder::trail(int index, std::span<const std::string_view> cells)
{
    return m_impl->path(index).trail(cells);
}

} // namespace rowlift
