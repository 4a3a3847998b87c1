// Opening libvirt: a table of its functions, typed by its own header, and one forwarding function each.
#include "CLibvirt.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

#define CLV_SYMBOLS(SYMBOL) \
  SYMBOL(virInitialize) SYMBOL(virSetErrorFunc) \
  SYMBOL(virGetLastError) SYMBOL(virConnectOpen) SYMBOL(virConnectClose) \
  SYMBOL(virConnectIsAlive) SYMBOL(virConnectListAllDomains) SYMBOL(virConnectGetAllDomainStats) \
  SYMBOL(virDomainStatsRecordListFree) SYMBOL(virDomainLookupByUUIDString) \
  SYMBOL(virDomainDefineXMLFlags) SYMBOL(virDomainFree) SYMBOL(virDomainGetName) SYMBOL(virDomainGetUUIDString) \
  SYMBOL(virDomainGetState) SYMBOL(virDomainGetXMLDesc) SYMBOL(virDomainIsPersistent) \
  SYMBOL(virDomainHasManagedSaveImage) SYMBOL(virDomainGetJobInfo) SYMBOL(virDomainCreateWithFlags) \
  SYMBOL(virDomainShutdown) SYMBOL(virDomainDestroyFlags) \
  SYMBOL(virDomainSuspend) SYMBOL(virDomainResume) SYMBOL(virDomainManagedSave) SYMBOL(virDomainUndefineFlags) \
  SYMBOL(virDomainAttachDeviceFlags) SYMBOL(virDomainDetachDeviceFlags) SYMBOL(virDomainSetMetadata) \
  SYMBOL(virDomainGetMetadata)

static struct {
#define CLV_MEMBER(name) __typeof__(&name) name;
  CLV_SYMBOLS(CLV_MEMBER)
#undef CLV_MEMBER
} table;

static char load_failure[256];
static pthread_once_t load_once = PTHREAD_ONCE_INIT;

/// libvirt prints every error unless told otherwise; ours are values.
static void say_nothing(void *data, virErrorPtr error) {
  (void)data;
  (void)error;
}

static void load(void) {
  void *handle = dlopen("libvirt.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    snprintf(
      load_failure, sizeof load_failure,
      "The library 'libvirt.so.0' cannot be opened; install libvirt (Debian: libvirt0, Fedora: libvirt-libs).");
    return;
  }
#define CLV_RESOLVE(name) \
  table.name = (__typeof__(table.name))dlsym(handle, #name); \
  if (!table.name) \
    snprintf(load_failure, sizeof load_failure, "The library libvirt on this machine has no function '%s'.", #name);
  CLV_SYMBOLS(CLV_RESOLVE)
#undef CLV_RESOLVE
  if (load_failure[0]) return;
  if (table.virInitialize() < 0) {
    snprintf(load_failure, sizeof load_failure, "The library libvirt cannot be initialised.");
    return;
  }
  table.virSetErrorFunc(NULL, say_nothing);
}

const char *clv_load(void) {
  pthread_once(&load_once, load);
  return load_failure[0] ? load_failure : NULL;
}

virErrorPtr clv_get_last_error(void) { return table.virGetLastError(); }
virConnectPtr clv_connect_open(const char *uri) { return table.virConnectOpen(uri); }
int clv_connect_close(virConnectPtr connection) { return table.virConnectClose(connection); }
int clv_connect_is_alive(virConnectPtr connection) { return table.virConnectIsAlive(connection); }
int clv_connect_list_all_domains(virConnectPtr connection, virDomainPtr **domains, unsigned int flags) {
  return table.virConnectListAllDomains(connection, domains, flags);
}
int clv_connect_get_all_domain_stats(
  virConnectPtr connection, unsigned int stats, virDomainStatsRecordPtr **records, unsigned int flags) {
  return table.virConnectGetAllDomainStats(connection, stats, records, flags);
}
void clv_domain_stats_record_list_free(virDomainStatsRecordPtr *records) {
  table.virDomainStatsRecordListFree(records);
}
virDomainPtr clv_domain_lookup_by_uuid_string(virConnectPtr connection, const char *uuid) {
  return table.virDomainLookupByUUIDString(connection, uuid);
}
virDomainPtr clv_domain_define_xml_flags(virConnectPtr connection, const char *xml, unsigned int flags) {
  return table.virDomainDefineXMLFlags(connection, xml, flags);
}
int clv_domain_free(virDomainPtr domain) { return table.virDomainFree(domain); }
const char *clv_domain_get_name(virDomainPtr domain) { return table.virDomainGetName(domain); }
int clv_domain_get_uuid_string(virDomainPtr domain, char *buffer) {
  return table.virDomainGetUUIDString(domain, buffer);
}
int clv_domain_get_state(virDomainPtr domain, int *state, int *reason, unsigned int flags) {
  return table.virDomainGetState(domain, state, reason, flags);
}
char *clv_domain_get_xml_desc(virDomainPtr domain, unsigned int flags) {
  return table.virDomainGetXMLDesc(domain, flags);
}
int clv_domain_is_persistent(virDomainPtr domain) { return table.virDomainIsPersistent(domain); }
int clv_domain_has_managed_save_image(virDomainPtr domain, unsigned int flags) {
  return table.virDomainHasManagedSaveImage(domain, flags);
}
int clv_domain_get_job_info(virDomainPtr domain, virDomainJobInfoPtr info) {
  return table.virDomainGetJobInfo(domain, info);
}
int clv_domain_create_with_flags(virDomainPtr domain, unsigned int flags) {
  return table.virDomainCreateWithFlags(domain, flags);
}
int clv_domain_shutdown(virDomainPtr domain) { return table.virDomainShutdown(domain); }
int clv_domain_destroy_flags(virDomainPtr domain, unsigned int flags) {
  return table.virDomainDestroyFlags(domain, flags);
}
int clv_domain_suspend(virDomainPtr domain) { return table.virDomainSuspend(domain); }
int clv_domain_resume(virDomainPtr domain) { return table.virDomainResume(domain); }
int clv_domain_managed_save(virDomainPtr domain, unsigned int flags) {
  return table.virDomainManagedSave(domain, flags);
}
int clv_domain_undefine_flags(virDomainPtr domain, unsigned int flags) {
  return table.virDomainUndefineFlags(domain, flags);
}
int clv_domain_attach_device_flags(virDomainPtr domain, const char *xml, unsigned int flags) {
  return table.virDomainAttachDeviceFlags(domain, xml, flags);
}
int clv_domain_detach_device_flags(virDomainPtr domain, const char *xml, unsigned int flags) {
  return table.virDomainDetachDeviceFlags(domain, xml, flags);
}
int clv_domain_set_metadata(
  virDomainPtr domain, int type, const char *metadata, const char *key, const char *uri, unsigned int flags) {
  return table.virDomainSetMetadata(domain, type, metadata, key, uri, flags);
}
char *clv_domain_get_metadata(virDomainPtr domain, int type, const char *uri, unsigned int flags) {
  return table.virDomainGetMetadata(domain, type, uri, flags);
}
