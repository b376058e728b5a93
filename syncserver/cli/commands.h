// The commands, one file each. Every function adds its command's words to the application; what the command
// does runs when they have been read, and sets the invocation's exit code.
#pragma once

#include "syncserver/cli/invocation.h"

namespace waymark::server {

void add_init_command(CLI::App& app, Invocation& invocation);
void add_serve_command(CLI::App& app, Invocation& invocation);
void add_user_command(CLI::App& app, Invocation& invocation);
void add_enroll_command(CLI::App& app, Invocation& invocation);
void add_schedule_command(CLI::App& app, Invocation& invocation);
void add_backup_command(CLI::App& app, Invocation& invocation);
void add_restore_command(CLI::App& app, Invocation& invocation);
void add_verify_command(CLI::App& app, Invocation& invocation);
void add_demo_command(CLI::App& app, Invocation& invocation);
void add_device_command(CLI::App& app, Invocation& invocation);
void add_code_command(CLI::App& app, Invocation& invocation);
void add_conflicts_command(CLI::App& app, Invocation& invocation);
void add_place_command(CLI::App& app, Invocation& invocation);
void add_holiday_command(CLI::App& app, Invocation& invocation);
void add_policy_command(CLI::App& app, Invocation& invocation);
void add_backups_command(CLI::App& app, Invocation& invocation);
void add_audit_command(CLI::App& app, Invocation& invocation);
void add_storage_command(CLI::App& app, Invocation& invocation);

/// The words of `user` about people who were added already.
void add_user_changes(CLI::App& command, Invocation& invocation);

}  // namespace waymark::server
