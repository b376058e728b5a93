#include "mobile/device/drafts.h"

#include "mobile/device/database.h"

namespace waymark::device {
namespace {

constexpr std::size_t longest_draft = 64 * 1024;

Draft read_draft(Work& work, const Query& query) {
  return {query.text(0), query.instant(1), work.open(query.blob(2))};
}

}  // namespace

Result<void> Drafts::save(std::string_view key, std::string_view text) {
  if (text.size() > longest_draft)
    return fail(ErrorCode::too_large, "This form holds too much text to keep: shorten it.");
  return store_.database().write([&](Work& work) -> Result<void> {
    Query(work.sql,
          "INSERT INTO drafts (key, saved_at, text) VALUES (?,?,?)"
          " ON CONFLICT (key) DO UPDATE SET saved_at = excluded.saved_at, text = excluded.text",
          key, work.clock.now(), work.seal(text))
        .run();
    return {};
  });
}

Result<std::optional<Draft>> Drafts::find(std::string_view key) const {
  return store_.database().read([&](Work& work) -> Result<std::optional<Draft>> {
    Query query(work.sql, "SELECT key, saved_at, text FROM drafts WHERE key = ?", key);
    if (!query.next()) return std::optional<Draft>{};
    return std::optional{read_draft(work, query)};
  });
}

Result<std::vector<Draft>> Drafts::all() const {
  return store_.database().read([](Work& work) -> Result<std::vector<Draft>> {
    std::vector<Draft> drafts;
    Query query(work.sql, "SELECT key, saved_at, text FROM drafts ORDER BY saved_at DESC, key");
    while (query.next()) drafts.push_back(read_draft(work, query));
    return drafts;
  });
}

Result<void> Drafts::drop(std::string_view key) {
  return store_.database().write([&](Work& work) -> Result<void> {
    Query(work.sql, "DELETE FROM drafts WHERE key = ?", key).run();
    return {};
  });
}

}  // namespace waymark::device
