#ifndef GPSH_CLIBVIRT_H
#define GPSH_CLIBVIRT_H

// libvirt's types and constants from its own headers; its functions behind names of ours, because the library is opened
// at first need: loading it costs 12 ms and most sessions never ask for a virtual machine.
//
// Each `clv_` function is libvirt's function of that name, unchanged. None may be called before `clv_load` returned null.

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>
#include <stddef.h>

#include "GuardedWrite.h"

/// Opens the library if that has not happened and silences its messages on standard error; returns null, or why it cannot
/// be opened (lives for ever).
const char *clv_load(void);

// MARK: Errors: of the calling thread, valid until its next call

virErrorPtr clv_get_last_error(void);

// MARK: Connections

virConnectPtr clv_connect_open(const char *uri);
int clv_connect_close(virConnectPtr connection);
int clv_connect_is_alive(virConnectPtr connection);
int clv_connect_list_all_domains(virConnectPtr connection, virDomainPtr **domains, unsigned int flags);
int clv_connect_get_all_domain_stats(
  virConnectPtr connection, unsigned int stats, virDomainStatsRecordPtr **records, unsigned int flags);
void clv_domain_stats_record_list_free(virDomainStatsRecordPtr *records);

// MARK: Domains

virDomainPtr clv_domain_lookup_by_uuid_string(virConnectPtr connection, const char *uuid);
virDomainPtr clv_domain_define_xml_flags(virConnectPtr connection, const char *xml, unsigned int flags);
int clv_domain_free(virDomainPtr domain);
const char *clv_domain_get_name(virDomainPtr domain);
int clv_domain_get_uuid_string(virDomainPtr domain, char *buffer);
int clv_domain_get_state(virDomainPtr domain, int *state, int *reason, unsigned int flags);
char *clv_domain_get_xml_desc(virDomainPtr domain, unsigned int flags);
int clv_domain_is_persistent(virDomainPtr domain);
int clv_domain_has_managed_save_image(virDomainPtr domain, unsigned int flags);
int clv_domain_get_job_info(virDomainPtr domain, virDomainJobInfoPtr info);
int clv_domain_create_with_flags(virDomainPtr domain, unsigned int flags);
int clv_domain_shutdown(virDomainPtr domain);
int clv_domain_destroy_flags(virDomainPtr domain, unsigned int flags);
int clv_domain_suspend(virDomainPtr domain);
int clv_domain_resume(virDomainPtr domain);
int clv_domain_managed_save(virDomainPtr domain, unsigned int flags);
int clv_domain_undefine_flags(virDomainPtr domain, unsigned int flags);
int clv_domain_attach_device_flags(virDomainPtr domain, const char *xml, unsigned int flags);
int clv_domain_detach_device_flags(virDomainPtr domain, const char *xml, unsigned int flags);
int clv_domain_set_metadata(
  virDomainPtr domain, int type, const char *metadata, const char *key, const char *uri, unsigned int flags);
char *clv_domain_get_metadata(virDomainPtr domain, int type, const char *uri, unsigned int flags);

#endif
