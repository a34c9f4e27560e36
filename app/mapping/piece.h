#pragma once

#include "app/mapping/mapping.h"

#include <string>
#include <string_view>

namespace rowlift {

/// A Piece, compiled: takes its part of each value, a view into it.
class PieceTaker {
public:
    explicit PieceTaker(const Piece &piece);

    std::string_view of(std::string_view value) const;

private:
    PieceKind m_kind = PieceKind::Whole;
    std::string m_sign;
};

} // namespace rowlift
